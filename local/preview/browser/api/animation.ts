import type { WxApiModule } from '../runtime/interfaces';

export interface AnimationOptions {
  /** ms */
  duration?: number;
  timingFunction?: string;
  /** ms */
  delay?: number;
  transformOrigin?: string;
}

/** One step of an exported animation: all of it moves at once. */
export interface AnimationStep {
  style: Record<string, string>;
  transform: string;
  options: Required<AnimationOptions>;
}

const lengths = ['width', 'height', 'top', 'right', 'bottom', 'left'] as const;
const turns = ['rotate', 'rotateX', 'rotateY', 'rotateZ', 'skew', 'skewX', 'skewY'] as const;
const shifts = ['translate', 'translateX', 'translateY', 'translateZ', 'translate3d'] as const;
const factors = ['scale', 'scaleX', 'scaleY', 'scaleZ', 'scale3d', 'matrix', 'matrix3d'] as const;

const standard: Required<AnimationOptions> = {
  duration: 400,
  timingFunction: 'linear',
  delay: 0,
  transformOrigin: '50% 50% 0',
};

/** A number is a length in px, an angle in degrees; a text stands as it is. */
const withUnit = (value: unknown, unit: string): string =>
  typeof value === 'number' ? `${value}${unit}` : String(value);

type Chain = Record<string, (...values: unknown[]) => unknown>;

function createAnimation(given: AnimationOptions = {}): Chain {
  const options = { ...standard, ...given };
  let steps: AnimationStep[] = [];
  let style: Record<string, string> = {};
  let transforms: string[] = [];
  const chain: Chain = {
    opacity: (value) => put('opacity', String(value)),
    backgroundColor: (value) => put('background-color', String(value)),
    step(own) {
      const merged = { ...options, ...(own as AnimationOptions | undefined) };
      steps.push({ style, transform: transforms.join(' '), options: merged });
      // Transforms add up from step to step, as in WeChat; other styles are set anew.
      style = {};
      return chain;
    },
    export() {
      const exported = { actions: steps };
      steps = [];
      transforms = [];
      return exported;
    },
  };
  const put = (name: string, value: string): Chain => {
    style[name] = value;
    return chain;
  };
  const transform = (name: string, unit: string) => {
    chain[name] = (...values) => {
      transforms = transforms.filter((one) => !one.startsWith(`${name}(`));
      transforms.push(`${name}(${values.map((value) => withUnit(value, unit)).join(', ')})`);
      return chain;
    };
  };
  for (const name of lengths) chain[name] = (value) => put(name, withUnit(value, 'px'));
  for (const name of turns) transform(name, 'deg');
  for (const name of shifts) transform(name, 'px');
  for (const name of factors) transform(name, '');
  return chain;
}

/** The old animation interface, which component libraries still use for folding. */
export const animation: WxApiModule = () => ({ createAnimation });
