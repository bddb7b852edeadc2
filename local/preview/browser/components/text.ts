import type { BuiltInComponent } from '../runtime/interfaces';
import { flag, flagOf, text as textProperty, textOf } from './properties';

/** Words in a line. Line breaks written as \n are kept, as WeChat does. */
export const text: BuiltInComponent = {
  tag: 'text',
  properties: { selectable: flag(), userSelect: flag(), space: textProperty(), decode: flag() },
  create(node) {
    return {
      changed() {
        const selectable = flagOf(node, 'selectable') || flagOf(node, 'userSelect');
        node.element.toggleAttribute('data-selectable', selectable);
        node.element.toggleAttribute('data-space', textOf(node, 'space') !== '');
      },
    };
  },
};
