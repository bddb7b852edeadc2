import { element } from './element';
import { tell } from './notice';

export interface ButtonOptions {
  /** Classes: `main`, `danger`, `quiet`. */
  look?: 'main' | 'danger' | 'quiet';
  /** What a screen reader says where the label alone would not do. */
  title?: string;
  disabled?: boolean;
}

/** A button that runs a deed, tells what came of it, and cannot be pressed meanwhile. */
export function button(label: string, deed: () => unknown, options: ButtonOptions = {}): HTMLButtonElement {
  const { look, title, disabled = false } = options;
  const made = element(look === undefined ? 'button' : `button.${look}`, { type: 'button' }, label);
  if (title !== undefined) made.title = title;
  made.disabled = disabled;
  made.addEventListener('click', () => {
    made.disabled = true;
    void tell(deed).finally(() => (made.disabled = false));
  });
  return made;
}
