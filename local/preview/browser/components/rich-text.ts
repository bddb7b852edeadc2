import type { BuiltInComponent } from '../runtime/interfaces';
import { anything, flag, text, textOf } from './properties';
import { renderHtml, renderNodes } from './rich-text-nodes';

/** Text with marks that the hospital wrote: HTML or a node tree, cut down to the tags WeChat trusts. */
export const richText: BuiltInComponent = {
  tag: 'rich-text',
  properties: { nodes: anything([]), space: text(), userSelect: flag() },
  create(node) {
    return {
      changed(name) {
        node.element.toggleAttribute('data-space', textOf(node, 'space') !== '');
        if (name !== 'nodes') return;
        const { nodes } = node.props;
        const body = typeof nodes === 'string' ? renderHtml(nodes) : renderNodes(nodes);
        node.element.replaceChildren(body);
      },
    };
  },
};
