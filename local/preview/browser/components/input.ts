import type { BuiltInComponent, BuiltInNode } from '../runtime/interfaces';
import { flag, flagOf, text, textOf } from './properties';
import { fieldController, fieldProperties } from './text-field';

const keyboards: Record<string, string> = { number: 'numeric', digit: 'decimal', tel: 'tel' };

function describe(node: BuiltInNode, field: HTMLInputElement): void {
  const type = textOf(node, 'type');
  field.type = flagOf(node, 'password') || type === 'safe-password' ? 'password' : 'text';
  field.inputMode = keyboards[type] ?? 'text';
  field.autocomplete = 'off';
}

/**
 * One line of text. As on a phone, `type` only chooses the keyboard: a hardware keyboard and a paste
 * may still bring other characters, so the page has to check.
 */
export const input: BuiltInComponent = {
  tag: 'input',
  properties: { ...fieldProperties, type: text('text'), password: flag() },
  create(node) {
    const field = document.createElement('input');
    field.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.isComposing) return;
      node.fire('confirm', { value: field.value });
      if (!flagOf(node, 'confirmHold')) field.blur();
    });
    return fieldController(node, field, () => describe(node, field));
  },
};
