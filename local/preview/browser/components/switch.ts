import type { BuiltInComponent } from '../runtime/interfaces';
import { flagOf, text, textOf } from './properties';
import { onTap } from './tap';
import { makeToggle, showToggle, toggleProperties } from './toggle';

/** On or off. `type="checkbox"` draws a box instead of a slide. */
export const switchControl: BuiltInComponent = {
  tag: 'switch',
  properties: { ...toggleProperties, type: text('switch') },
  create(node) {
    const show = (): void => {
      showToggle(node, 'switch');
      node.element.setAttribute('data-type', textOf(node, 'type'));
    };
    const toggle = (): void => {
      if (flagOf(node, 'disabled')) return;
      const value = !flagOf(node, 'checked');
      node.setProp('checked', value);
      show();
      node.fire('change', { value });
    };
    makeToggle(node, 'switch', toggle);
    onTap(node, toggle);
    return {
      changed: show,
      attached: show,
      formValue: () => flagOf(node, 'checked'),
      formReset() {
        node.setProp('checked', false);
        show();
      },
    };
  },
};
