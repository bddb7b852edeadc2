import { button } from './button';
import { element } from './element';

/** Asks before something that cannot be undone; true where the person agrees. */
export function confirmed(question: string, agree: string): Promise<boolean> {
  return new Promise((resolve) => {
    const dialog = element('dialog', { 'aria-label': question }, element('p', {}, question));
    const end = (answer: boolean): void => {
      dialog.close();
      dialog.remove();
      resolve(answer);
    };
    const yes = button(agree, () => end(true), { look: 'danger' });
    const no = button('Cancel', () => end(false));
    dialog.append(element('div.row', {}, yes, no));
    dialog.addEventListener('cancel', () => end(false));
    document.body.append(dialog);
    dialog.showModal();
    no.focus();
  });
}
