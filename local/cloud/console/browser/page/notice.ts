import { element } from './element';

/** How long good news stays, in milliseconds; a failure stays until it is closed or followed. */
const GOOD_NEWS_MS = 4000;

/** The line at the lower edge that says what came of the last deed. */
export const notice = element('p.notice', { role: 'status', 'aria-live': 'polite', hidden: '' });
let fading: ReturnType<typeof setTimeout> | undefined;

notice.addEventListener('click', () => (notice.hidden = true));

/** Shows one sentence. */
export function announce(text: string, failed = false): void {
  clearTimeout(fading);
  notice.textContent = text;
  notice.toggleAttribute('data-failed', failed);
  notice.hidden = false;
  if (!failed) fading = setTimeout(() => (notice.hidden = true), GOOD_NEWS_MS);
}

/** Runs a deed and says what came of it: the words it gives back, or why it failed. */
export async function tell(deed: () => unknown): Promise<void> {
  try {
    const words = await deed();
    if (typeof words === 'string') announce(words);
  } catch (error) {
    announce(error instanceof Error ? error.message : String(error), true);
  }
}
