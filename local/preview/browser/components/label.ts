import type { BuiltInComponent } from '../runtime/interfaces';
import { text, textOf } from './properties';
import { onTap } from './tap';
import { activate, labelable } from './toggle';

/** Words that belong to a control: by `for`, or the first control inside. */
export const label: BuiltInComponent = {
  tag: 'label',
  properties: { for: text() },
  create(node) {
    const { element } = node;
    onTap(node, (target) => {
      const hit = target?.closest(labelable);
      if (hit && element.contains(hit)) return;
      const id = textOf(node, 'for');
      const page = element.closest('[route]') ?? document;
      const named = id === '' ? null : page.querySelector(`#${CSS.escape(id)}`);
      const control = named ?? element.querySelector(labelable);
      if (control !== null) activate(control);
    });
    return {};
  },
};
