import { isLost } from './client-answer';
import { textOf, type Refused } from './error-text';
import type { RefusalText } from './refusal-texts/refusal-text';

/** A page with a command behind a button: `busy` while it runs, `refusal` in its sheet. */
export interface BusyPage {
  readonly data: { readonly busy: boolean };
  setData(part: { busy?: boolean; refusal?: RefusalText | null }): void;
}

/** Pages whose sheet asks whether to send a lost command again. */
const asking = new WeakMap<object, (again: boolean) => void>();

/** What was tapped on a page's refusal, told by `definePage`; true where a lost command had waited for it. */
export function settleLost(page: object, again: boolean): boolean {
  const settle = asking.get(page);
  asking.delete(page);
  settle?.(again);
  return settle !== undefined;
}

function isWantedAgain(page: object): Promise<boolean> {
  settleLost(page, false);
  return new Promise((resolve) => asking.set(page, resolve));
}

/**
 * Runs a command once at a time. Null where one is running already, or where it was refused, which the page's sheet then
 * says. While nobody knows whether it was done, the sheet's button sends the very same once more, and the page waits.
 */
export async function runOnce<A extends { readonly ok: true } | Refused>(
  page: BusyPage,
  command: () => Promise<A>,
): Promise<Extract<A, { readonly ok: true }> | null> {
  if (page.data.busy) return null;
  let again = true;
  while (again) {
    page.setData({ busy: true });
    const answer = await command();
    page.setData({ busy: false });
    if (answer.ok) return answer as Extract<A, { readonly ok: true }>;
    page.setData({ refusal: textOf(answer) });
    again = isLost(answer) && (await isWantedAgain(page));
  }
  return null;
}
