import type { BuiltInNode, BuiltInProperty } from '../runtime/interfaces';
import { flag, flagOf, text } from './properties';
import { tapByKeyboard } from './tap';

/** What checkbox, radio and switch share. */
export const toggleProperties: Record<string, BuiltInProperty> = {
  value: text(),
  checked: flag(),
  disabled: flag(),
  color: text(),
  name: text(),
};

const activators = new WeakMap<Element, () => void>();

/** Every tag a `label` can stand for. */
export const labelable = 'wx-checkbox, wx-radio, wx-switch, wx-button, wx-input, wx-textarea';

/** What a tap on its label does to a control. */
export function activate(control: Element): void {
  const own = activators.get(control);
  if (own !== undefined) own();
  else if (control.matches('wx-button')) (control as HTMLElement).click();
  else control.querySelector<HTMLElement>('input, textarea')?.focus();
}

/** Gives a control its mark, its role, its place in the tab order and its label's tap. */
export function makeToggle(
  node: BuiltInNode,
  role: 'checkbox' | 'radio' | 'switch',
  toggle: () => void,
): void {
  const { element } = node;
  const mark = document.createElement('span');
  mark.className = `wx-${role}-mark`;
  mark.setAttribute('aria-hidden', 'true');
  element.prepend(mark);
  activators.set(element, toggle);
  tapByKeyboard(element);
  element.dataset['role'] = role;
}

/** Writes the state of a control to its element. */
export function showToggle(node: BuiltInNode, role: string): void {
  const { element } = node;
  const disabled = flagOf(node, 'disabled');
  if (!element.hasAttribute('role')) element.setAttribute('role', role);
  element.setAttribute('aria-checked', String(flagOf(node, 'checked')));
  if (disabled) element.setAttribute('aria-disabled', 'true');
  else element.removeAttribute('aria-disabled');
  element.tabIndex = disabled ? -1 : 0;
  const colour = node.props['color'];
  if (typeof colour === 'string' && colour !== '') element.style.setProperty('--toggle-colour', colour);
}
