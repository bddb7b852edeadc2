import { describe, isShown, type InSight } from './in-sight';
import { MAIN_BUTTONS } from './target';

const isFree = (element: Element): boolean => element.closest('[aria-disabled="true"]') === null;

/** All of it lies in the window, and nothing lies upon it. */
function isInReach(element: Element): boolean {
  const { left, right, top, bottom, width, height } = element.getBoundingClientRect();
  if (top < 0 || left < -1 || bottom > window.innerHeight + 1 || right > window.innerWidth + 1) return false;
  const points: [number, number][] = [
    [left + width / 2, top + height / 2],
    [left + width / 2, bottom - 3],
  ];
  return points.every(([x, y]) => {
    const hit = document.elementFromPoint(x, y);
    return hit !== null && element.contains(hit);
  });
}

/** What one came for can be tapped without looking for it: on the first screen, before anything is moved. */
export function firstScreenFaults({ within }: InSight, main: string | null | undefined): string[] {
  if (main === null) return [];
  for (const page of document.querySelectorAll('main')) if (isShown(page)) page.scrollTop = 0;
  const found = within(main === undefined ? MAIN_BUTTONS : `[data-testid="${main}"]`);
  const wanted = main === undefined ? found.filter(isFree) : found;
  if (wanted.some(isInReach)) return [];
  const [first] = wanted;
  if (first === undefined) return ['no main button: the scene must say what one comes for (main)'];
  const { top, bottom } = first.getBoundingClientRect();
  return [`not on the first screen (${top.toFixed(0)}–${bottom.toFixed(0)}): ${describe(first)}`];
}
