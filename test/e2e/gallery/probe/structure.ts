import { isShown } from './in-sight';
import type { Limits } from './limits';

/** What browsers put inside of a built-in component is no node of WXML. */
const isNode = (element: Element): boolean => element.localName.includes('-');

function deepest(element: Element, above: number): number {
  const depth = above + (isNode(element) ? 1 : 0);
  return [...element.children].reduce((most, child) => Math.max(most, deepest(child, depth)), depth);
}

/** WeChat's audit: fewer than 1000 nodes, not nested deeper than 30, no more than 60 beside each other. */
export function structureFaults(limits: Limits): string[] {
  const { nodes, depth, children } = structure();
  return [
    ...(nodes === 0 || nodes >= limits.mostNodes ? [`${String(nodes)} nodes`] : []),
    ...(depth >= limits.deepest ? [`nested ${String(depth)} deep`] : []),
    ...(children > limits.mostChildren ? [`${String(children)} nodes beside each other`] : []),
  ];
}

/** Counts of the page in sight. */
export function structure(): { nodes: number; depth: number; children: number } {
  const top = [...document.querySelectorAll('.page-view')].find(isShown);
  if (top === undefined) return { nodes: 0, depth: 0, children: 0 };
  const nodes = [...top.querySelectorAll('*')].filter(isNode);
  const children = nodes.map((node) => [...node.children].filter(isNode).length);
  return { nodes: nodes.length, depth: deepest(top, 0), children: Math.max(0, ...children) };
}
