import { element } from '../api/dialog/element';

/** One heading of the panel with what belongs to it. */
export const section = (title: string, ...children: (Node | string | undefined)[]): HTMLElement =>
  element('section.card', { 'aria-label': title }, element('h2', {}, title), ...children);

/** A line of small print. */
export const hint = (text: string): HTMLElement => element('p.hint', {}, text);

/** Short messages about what a button did; screen readers hear them. */
export const notice = element('p.notice', { role: 'status', 'aria-live': 'polite' });

/** Runs something a button asked for and says what came of it, until the next button does. */
export async function tell(work: () => unknown, done?: string): Promise<void> {
  try {
    const words = (await work()) as unknown;
    notice.textContent = typeof words === 'string' ? words : (done ?? '');
    notice.removeAttribute('data-failed');
  } catch (error) {
    notice.textContent = error instanceof Error ? error.message : String(error);
    notice.setAttribute('data-failed', '');
  }
}
