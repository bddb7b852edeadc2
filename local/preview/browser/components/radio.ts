import type { BuiltInComponent, BuiltInNode } from '../runtime/interfaces';
import { checkedValues, enterGroup, groupOf, membersOf, openGroup } from './group';
import { flagOf, text, textOf } from './properties';
import { onTap } from './tap';
import { makeToggle, showToggle, toggleProperties } from './toggle';

const clear = (group: BuiltInNode): void => {
  for (const member of membersOf(group.element, 'wx-radio')) {
    member.node.setProp('checked', false);
    member.show();
  }
};

const choose = (node: BuiltInNode, show: () => void): void => {
  if (flagOf(node, 'disabled') || flagOf(node, 'checked')) return;
  const group = groupOf(node.element, 'wx-radio-group');
  if (group !== undefined) clear(group);
  node.setProp('checked', true);
  show();
  group?.fire('change', { value: textOf(node, 'value') });
};

/** One of several answers; a chosen one cannot be taken back by tapping it. */
export const radio: BuiltInComponent = {
  tag: 'radio',
  properties: toggleProperties,
  create(node) {
    const show = (): void => showToggle(node, 'radio');
    const toggle = (): void => choose(node, show);
    makeToggle(node, 'radio', toggle);
    onTap(node, toggle);
    enterGroup({ node, show });
    return { changed: show, attached: show };
  },
};

/** The question; its value is the chosen answer's. */
export const radioGroup: BuiltInComponent = {
  tag: 'radio-group',
  properties: { name: text() },
  create(node) {
    openGroup(node);
    return {
      attached() {
        if (!node.element.hasAttribute('role')) node.element.setAttribute('role', 'radiogroup');
      },
      formValue: () => checkedValues(node.element, 'wx-radio')[0] ?? '',
      formReset: () => clear(node),
    };
  },
};
