/** Length of a page change; 0 with `?fast=1` or where the system asks for less motion. */
const duration = 220;

const instant = (fast: boolean): boolean =>
  fast || window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Slides a page in from the right, or out to it. */
export const slide = async (element: HTMLElement, way: 'in' | 'out', fast: boolean): Promise<void> => {
  if (instant(fast)) return;
  const away = { transform: 'translateX(100%)' };
  const here = { transform: 'none' };
  const frames = way === 'in' ? [away, here] : [here, away];
  await element
    .animate(frames, { duration, easing: 'cubic-bezier(.2,.7,.3,1)' })
    .finished.catch(() => undefined);
};
