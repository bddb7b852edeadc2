import { element } from './element';

/** A field with its name before it. */
export function labelled(name: string, control: HTMLElement): HTMLLabelElement {
  return element('label.field', {}, element('span', {}, name), control);
}

/** A line of text. */
export const textField = (attributes: Readonly<Record<string, string>> = {}): HTMLInputElement =>
  element('input', { type: 'text', spellcheck: 'false', autocomplete: 'off', ...attributes });

/** A whole or broken number; empty stands for none. */
export const numberField = (attributes: Readonly<Record<string, string>> = {}): HTMLInputElement =>
  element('input', { type: 'number', step: 'any', ...attributes });

/** The number in a field; undefined where it is empty. */
export const numberIn = (field: HTMLInputElement): number | undefined =>
  field.value.trim() === '' ? undefined : Number(field.value);

/** A choice of texts; the first one is chosen. */
export function choiceField(
  choices: readonly (string | readonly [value: string, label: string])[],
  attributes: Readonly<Record<string, string>> = {},
): HTMLSelectElement {
  const options = choices.map((choice) => {
    const [value, label] = typeof choice === 'string' ? [choice, choice] : choice;
    return element('option', { value }, label);
  });
  return element('select', attributes, ...options);
}
