import type { AnimationStep } from '../api/animation';

const plays = new WeakMap<HTMLElement, ReturnType<typeof setTimeout>>();

function show(element: HTMLElement, { style, transform, options }: AnimationStep): number {
  const { duration, timingFunction, delay, transformOrigin } = options;
  element.style.transition = `all ${duration}ms ${timingFunction} ${delay}ms`;
  element.style.transformOrigin = transformOrigin;
  for (const [name, value] of Object.entries(style)) element.style.setProperty(name, value);
  if (transform !== '') element.style.transform = transform;
  return duration + delay;
}

/** Plays what `createAnimation().export()` gave, one step after the other; a new one takes over. */
export function playAnimation(element: HTMLElement, exported: unknown): void {
  const { actions = [] } = (exported ?? {}) as { actions?: AnimationStep[] };
  clearTimeout(plays.get(element));
  const play = (index: number): void => {
    const step = actions[index];
    if (step === undefined) return;
    // The browser must have drawn the state before, or there is nothing to move from.
    element.getBoundingClientRect();
    const lasts = show(element, step);
    plays.set(
      element,
      setTimeout(() => play(index + 1), lasts),
    );
  };
  play(0);
}
