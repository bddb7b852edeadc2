import { requestFailed } from '../failures';
import { listed, single, typeOf } from './arguments';
import { isNothing, type Operator } from './expression';

function numeric(name: string, compute: (value: number) => number): Operator {
  return single(name, (value) => {
    if (isNothing(value)) return null;
    if (typeof value !== 'number')
      throw requestFailed(`${name} only supports numeric types, not ${typeOf(value)}`);
    return compute(value);
  });
}

function logarithm(name: string, compute: (value: number) => number): Operator {
  return numeric(name, (value) => {
    if (value <= 0) throw requestFailed(`${name}'s argument must be a positive number, but is ${value}`);
    return compute(value);
  });
}

const squareRoot = numeric('$sqrt', (value) => {
  if (value < 0) throw requestFailed("$sqrt's argument must be greater than or equal to 0");
  return Math.sqrt(value);
});

/** Halves go to the even neighbour, as `$round` does it. */
function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  if (value - floor !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}

/** Moves the decimal point in the number's shortest text, which adds no binary error of its own. */
function shift(value: number, places: number): number {
  const [digits = '0', exponent = '0'] = String(value).split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
}

function toPlaces(name: string, round: (value: number) => number): Operator {
  return listed(name, [1, 2], ([value, places = 0]) => {
    if (isNothing(value) || places === null) return null;
    if (typeof value !== 'number')
      throw requestFailed(`${name} only supports numeric types, not ${typeOf(value)}`);
    if (typeof places !== 'number' || !Number.isInteger(places))
      throw requestFailed(`precision argument to  ${name} must be a integral value`);
    if (places < -20 || places > 100)
      throw requestFailed(`cannot apply ${name} with precision value ${places} value must be in [-20, 100]`);
    if (places === 0 || !Number.isFinite(value)) return round(value);
    return shift(round(shift(value, places)), -places);
  });
}

/** Operators on one number, and those that cut digits off. */
export const ROUNDING_OPERATORS: Readonly<Record<string, Operator>> = {
  $abs: numeric('$abs', Math.abs),
  $ceil: numeric('$ceil', Math.ceil),
  $floor: numeric('$floor', Math.floor),
  $exp: numeric('$exp', Math.exp),
  $ln: logarithm('$ln', Math.log),
  $log10: logarithm('$log10', Math.log10),
  $sqrt: squareRoot,
  $trunc: toPlaces('$trunc', Math.trunc),
  $round: toPlaces('$round', roundHalfEven),
};
