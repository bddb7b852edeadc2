import type { BuiltInComponent } from '../runtime/interfaces';
import { flag, flagOf, textOf } from './properties';
import { fieldController, fieldProperties } from './text-field';

/** Several lines of text; with `auto-height` as high as they are. */
export const textarea: BuiltInComponent = {
  tag: 'textarea',
  properties: {
    ...fieldProperties,
    autoHeight: flag(),
    fixed: flag(),
    showConfirmBar: flag(true),
    disableDefaultPadding: flag(),
  },
  create(node) {
    const field = document.createElement('textarea');
    let lines = 0;
    const fit = (): void => {
      if (flagOf(node, 'autoHeight')) {
        field.style.height = 'auto';
        field.style.height = `${field.scrollHeight}px`;
      }
      const count = field.value.split('\n').length;
      if (count === lines) return;
      lines = count;
      node.fire('linechange', { height: field.scrollHeight, heightRpx: 0, lineCount: count });
    };
    field.addEventListener('input', fit);
    field.addEventListener('keydown', (event) => {
      const type = textOf(node, 'confirmType');
      if (event.key !== 'Enter' || event.isComposing || type === '' || type === 'return') return;
      event.preventDefault();
      node.fire('confirm', { value: field.value });
    });
    const controller = fieldController(node, field, () => {
      if (field.isConnected) fit();
    });
    return {
      ...controller,
      attached() {
        controller.attached?.();
        fit();
      },
    };
  },
};
