import { element, type Child } from './element';

/** One heading with what belongs to it. */
export const panel = (title: string, ...children: readonly Child[]): HTMLElement =>
  element('section.panel', { 'aria-label': title }, element('h2', {}, title), ...children);

/** Things beside each other. */
export const row = (...children: readonly Child[]): HTMLElement => element('div.row', {}, ...children);

/** A line of small print. */
export const hint = (text: string): HTMLElement => element('p.hint', {}, text);

/** Names with their values. */
export function facts(pairs: readonly (readonly [name: string, value: Child])[]): HTMLElement {
  const lines = pairs.map(([name, value]) =>
    element('div', {}, element('dt', {}, name), element('dd', {}, value)),
  );
  return element('dl.facts', {}, ...lines);
}
