import { textOf, type Refused } from './error-text';
import type { RefusalText } from './refusal-texts/refusal-text';

/** A page with a command behind a button: `busy` while it runs, `refusal` in its sheet. */
export interface BusyPage {
  readonly data: { readonly busy: boolean };
  setData(part: { busy?: boolean; refusal?: RefusalText | null }): void;
}

/** Runs a command once at a time. Null where one is running already, or where the refusal's sheet has opened. */
export async function runOnce<A extends { readonly ok: true } | Refused>(
  page: BusyPage,
  command: () => Promise<A>,
): Promise<Extract<A, { readonly ok: true }> | null> {
  if (page.data.busy) return null;
  page.setData({ busy: true });
  const answer = await command();
  page.setData({ busy: false });
  if (answer.ok) return answer as Extract<A, { readonly ok: true }>;
  page.setData({ refusal: textOf(answer) });
  return null;
}
