import type { BuiltInComponent, BuiltInNode } from '../runtime/interfaces';
import { checkedValues, enterGroup, groupOf, membersOf, openGroup } from './group';
import { flagOf, text } from './properties';
import { onTap } from './tap';
import { makeToggle, showToggle, toggleProperties } from './toggle';

const change = (node: BuiltInNode, show: () => void): void => {
  if (flagOf(node, 'disabled')) return;
  node.setProp('checked', !flagOf(node, 'checked'));
  show();
  const group = groupOf(node.element, 'wx-checkbox-group');
  group?.fire('change', { value: checkedValues(group.element, 'wx-checkbox') });
};

/** One box to tick; the group around it reports. */
export const checkbox: BuiltInComponent = {
  tag: 'checkbox',
  properties: toggleProperties,
  create(node) {
    const show = (): void => showToggle(node, 'checkbox');
    const toggle = (): void => change(node, show);
    makeToggle(node, 'checkbox', toggle);
    onTap(node, toggle);
    enterGroup({ node, show });
    return { changed: show, attached: show };
  },
};

/** Boxes of one question; its value is the list of ticked ones. */
export const checkboxGroup: BuiltInComponent = {
  tag: 'checkbox-group',
  properties: { name: text() },
  create(node) {
    openGroup(node);
    return {
      formValue: () => checkedValues(node.element, 'wx-checkbox'),
      formReset() {
        for (const member of membersOf(node.element, 'wx-checkbox')) {
          member.node.setProp('checked', false);
          member.show();
        }
      },
    };
  },
};
