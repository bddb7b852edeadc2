import { requestFailed } from '../failures';
import type { Value } from '../values/value';
import { typeOf } from './arguments';

/** Milliseconds that a zone's clocks are ahead of UTC at an instant. */
export type Zone = (instant: number) => number;

const MINUTE = 60_000;
const UTC: Zone = () => 0;
const OFFSET = /^([+-])(\d{2}):?(\d{2})?$/;

/** Formatters are dear to make; there are as many as zones in use. */
const zones = new Map<string, Zone>();

function named(name: string): Zone {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (instant) => {
    const whole = Math.floor(instant / 1000) * 1000;
    const parts = Object.fromEntries(format.formatToParts(whole).map(({ type, value }) => [type, value]));
    const year = parts['era'] === 'BC' ? 1 - Number(parts['year']) : Number(parts['year']);
    const local = new Date(0);
    local.setUTCFullYear(year, Number(parts['month']) - 1, Number(parts['day']));
    local.setUTCHours(Number(parts['hour']), Number(parts['minute']), Number(parts['second']));
    return local.getTime() - whole;
  };
}

function parseZone(name: string): Zone {
  if (/^(utc|gmt|z)$/i.test(name)) return UTC;
  const match = OFFSET.exec(name);
  if (match !== null) {
    const [, sign, hours = '0', minutes = '0'] = match;
    const offset = (Number(hours) * 60 + Number(minutes)) * MINUTE * (sign === '-' ? -1 : 1);
    return () => offset;
  }
  try {
    // Only names with a slash or of letters: newer engines would take more than MongoDB does.
    if (/^[A-Za-z]/.test(name)) return named(name);
  } catch {
    // An unknown name: refused below.
  }
  throw requestFailed(`unrecognized time zone identifier: "${name}"`);
}

/** The zone of an Olson name (`Asia/Shanghai`) or an offset (`+08:00`, `+0800`, `+08`); UTC where none is given. */
export function zoneOf(name: Value | undefined): Zone {
  if (name === undefined) return UTC;
  if (typeof name !== 'string')
    throw requestFailed(`timezone must evaluate to a string, found ${typeOf(name)}`);
  const known = zones.get(name);
  if (known !== undefined) return known;
  const zone = parseZone(name);
  zones.set(name, zone);
  return zone;
}

/** The instant at which a zone's clocks show a local time, given as if it were UTC. */
export function instantOf(local: number, zone: Zone): number {
  const guess = local - zone(local);
  return local - zone(guess);
}
