import type { BuiltInNode } from '../runtime/interfaces';
import { flagOf, textOf } from './properties';

interface Member {
  node: BuiltInNode;
  show(): void;
}

const members = new WeakMap<Element, Member>();
const groups = new WeakMap<Element, BuiltInNode>();

export const enterGroup = (member: Member): unknown => members.set(member.node.element, member);
export const openGroup = (node: BuiltInNode): unknown => groups.set(node.element, node);

/** The group around a control, in this page. */
export const groupOf = (element: Element, tag: string): BuiltInNode | undefined => {
  const group = element.closest(tag);
  return group === null ? undefined : groups.get(group);
};

/** The controls of a group, in the order of the page. */
export const membersOf = (group: Element, tag: string): Member[] =>
  [...group.querySelectorAll(tag)].flatMap((element) => members.get(element) ?? []);

/** The values of the checked controls of a group. */
export const checkedValues = (group: Element, tag: string): string[] =>
  membersOf(group, tag)
    .filter((member) => flagOf(member.node, 'checked'))
    .map((member) => textOf(member.node, 'value'));
