import { describe, type InSight } from './in-sight';
import type { Limits } from './limits';

/** What a finger is meant to hit. */
export const CONTROLS = ['button', 'radio', 'checkbox', 'switch', 'tab', 'link', 'option', 'combobox']
  .map((role) => `[role="${role}"]`)
  .join();

export const MAIN_BUTTONS =
  '[class*="button--main"] button, [class*="button--danger"] button, [class*="button--main"] wx-button, [class*="button--danger"] wx-button';

const isDisabled = (element: Element): boolean => element.getAttribute('aria-disabled') === 'true';

/** Targets that are too small to hit, or lie in another one: both would be hit, and only one is read out. */
export function targetFaults({ within }: InSight, limits: Limits): string[] {
  const faults: string[] = [];
  for (const target of within(CONTROLS)) {
    const { width, height } = target.getBoundingClientRect();
    if (target.parentElement?.closest(CONTROLS)) faults.push(`inside of another target: ${describe(target)}`);
    if (isDisabled(target) || (width === 0 && height === 0)) continue;
    if (width < limits.target - 0.5 || height < limits.target - 0.5)
      faults.push(`target of ${width.toFixed(0)}×${height.toFixed(0)}: ${describe(target)}`);
  }
  for (const field of within('input, textarea')) {
    const { width, height } = field.getBoundingClientRect();
    if (height < limits.target - 0.5)
      faults.push(`target of ${width.toFixed(0)}×${height.toFixed(0)}: ${describe(field)}`);
  }
  for (const main of within(MAIN_BUTTONS)) {
    const { height } = main.getBoundingClientRect();
    const least = main.closest('[class*="button--small"]') ? limits.innerTarget : limits.mainTarget;
    if (height < least - 0.5) faults.push(`main button ${height.toFixed(0)} high: ${describe(main)}`);
  }
  return faults;
}
