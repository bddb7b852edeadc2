import type { BuiltInController, BuiltInNode, BuiltInProperty } from '../runtime/interfaces';
import { forwardAria, placeholderColour } from './inner-control';
import { anything, flag, flagOf, number, numberOf, text, textOf } from './properties';

type Field = HTMLInputElement | HTMLTextAreaElement;

/** What input and textarea share. `maxlength` counts UTF-16 units; -1 is without limit. */
export const fieldProperties: Record<string, BuiltInProperty> = {
  value: anything(''),
  name: text(),
  placeholder: text(),
  placeholderStyle: text(),
  placeholderClass: text('input-placeholder'),
  disabled: flag(),
  maxlength: number(140),
  cursorSpacing: number(),
  focus: flag(),
  autoFocus: flag(),
  confirmType: text(),
  confirmHold: flag(),
  cursor: number(-1),
  cursorColor: text(),
  selectionStart: number(-1),
  selectionEnd: number(-1),
  adjustPosition: flag(true),
  holdKeyboard: flag(),
  alwaysEmbed: flag(),
};

const hints: Record<string, string> = {
  send: 'send',
  search: 'search',
  next: 'next',
  go: 'go',
  done: 'done',
  return: 'enter',
};

function describe(node: BuiltInNode, field: Field): void {
  const limit = numberOf(node, 'maxlength', 140);
  if (limit < 0) field.removeAttribute('maxlength');
  else field.maxLength = limit;
  field.placeholder = textOf(node, 'placeholder');
  field.disabled = flagOf(node, 'disabled');
  field.name = textOf(node, 'name');
  field.enterKeyHint = hints[textOf(node, 'confirmType')] ?? '';
  field.style.setProperty('--placeholder-colour', placeholderColour(textOf(node, 'placeholderStyle')));
}

function showFocus(node: BuiltInNode, field: Field): void {
  const wanted = flagOf(node, 'focus') || flagOf(node, 'autoFocus');
  if (!wanted) {
    if (document.activeElement === field) field.blur();
    return;
  }
  field.focus({ preventScroll: true });
  const start = numberOf(node, 'selectionStart', -1);
  const end = numberOf(node, 'selectionEnd', -1);
  const cursor = numberOf(node, 'cursor', -1);
  if (start >= 0 && end >= 0) field.setSelectionRange(start, end);
  else if (cursor >= 0) field.setSelectionRange(cursor, cursor);
}

function listen(node: BuiltInNode, field: Field): void {
  let composing = false;
  const changed = (): void => {
    if (composing) return;
    node.setProp('value', field.value);
    node.fire('input', {
      value: field.value,
      cursor: field.selectionStart ?? field.value.length,
      keyCode: 0,
    });
  };
  field.addEventListener('compositionstart', () => (composing = true));
  field.addEventListener('compositionend', () => {
    composing = false;
    changed();
  });
  field.addEventListener('input', changed);
  field.addEventListener('focus', () => node.fire('focus', { value: field.value, height: 0 }));
  field.addEventListener('blur', () =>
    node.fire('blur', { value: field.value, cursor: field.selectionStart ?? 0 }),
  );
}

/** Puts a native field into the host and keeps the two halves alike. */
export function fieldController(
  node: BuiltInNode,
  field: Field,
  more: () => void = () => undefined,
): BuiltInController {
  node.element.append(field);
  listen(node, field);
  let stop = (): void => undefined;
  let present = false;
  return {
    changed(name) {
      const value = textOf(node, 'value');
      if (name === 'value' && field.value !== value) field.value = value;
      describe(node, field);
      more();
      if (present && name === 'focus') showFocus(node, field);
    },
    attached() {
      present = true;
      stop = forwardAria(node.element, field);
      if (flagOf(node, 'focus') || flagOf(node, 'autoFocus')) showFocus(node, field);
    },
    detached: () => stop(),
    formValue: () => field.value,
    formReset() {
      field.value = '';
      node.setProp('value', '');
    },
  };
}
