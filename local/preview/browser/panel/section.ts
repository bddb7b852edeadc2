import { element } from '../api/dialog/element';

/** One heading of the panel with what belongs to it. */
export const section = (title: string, ...children: (Node | string | undefined)[]): HTMLElement =>
  element('section.card', { 'aria-label': title }, element('h2', {}, title), ...children);

/** A line of small print. */
export const hint = (text: string): HTMLElement => element('p.hint', {}, text);

/** Short messages about what a button did; screen readers hear them. */
export const notice = element('p.notice', { role: 'status', 'aria-live': 'polite' });

/** How long a good message stays, in ms; a failure stays until the next one. */
const noticeTime = 5000;
let fading: ReturnType<typeof setTimeout> | undefined;

/** Runs something a button asked for and says what came of it. */
export async function tell(work: () => unknown, done?: string): Promise<void> {
  clearTimeout(fading);
  try {
    const words = (await work()) as unknown;
    notice.textContent = typeof words === 'string' ? words : (done ?? '');
    notice.removeAttribute('data-failed');
    fading = setTimeout(() => (notice.textContent = ''), noticeTime);
  } catch (error) {
    notice.textContent = error instanceof Error ? error.message : String(error);
    notice.setAttribute('data-failed', '');
  }
}
