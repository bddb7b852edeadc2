import type { CallLine, OperationLine } from '../../../shared/functions';
import { element } from '../../page/element';

/** Reads, writes and transactions in few letters: `3 r · 2 w · 1 tx`. */
export function cost({ reads, writes, transactions }: OperationLine): string {
  const parts = [
    [reads, 'r'],
    [writes, 'w'],
    [transactions, 'tx'],
  ] as const;
  const shown = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`);
  return shown.length === 0 ? '–' : shown.join(' · ');
}

/** How a run ended, in one mark. */
export function ending({ durationMs, failure }: CallLine): HTMLElement {
  if (failure !== undefined)
    return element('span.badge.bad', { title: failure.message }, String(failure.errCode));
  return durationMs === undefined
    ? element('span.badge', {}, 'running')
    : element('span.badge.good', {}, 'ok');
}

/** Operations by collection in one line: `sessions 3 r · 1 w`. */
export const inParts = ({ byCollection: parts }: OperationLine): HTMLElement[] =>
  Object.entries(parts).map(([name, { reads, writes }]) =>
    element(
      'span',
      {},
      element('span.mono', {}, name),
      ` ${cost({ reads, writes, transactions: 0, byCollection: {} })}`,
    ),
  );

/** Operations by collection, one line each. */
export function byCollection({ byCollection: parts }: OperationLine): HTMLElement {
  const lines = Object.entries(parts).map(([name, { reads, writes }]) =>
    element(
      'tr',
      {},
      element('td.mono.wide', {}, name),
      element('td.number', {}, String(reads)),
      element('td.number', {}, String(writes)),
    ),
  );
  const heads = ['Collection', 'Reads', 'Writes'].map((title, at) =>
    element('th', { scope: 'col', class: at > 0 ? 'number' : '' }, title),
  );
  if (lines.length === 0) return element('p.nothing', {}, 'No operation on the database.');
  return element(
    'table',
    { 'aria-label': 'Operations by collection' },
    element('thead', {}, element('tr', {}, ...heads)),
    element('tbody', {}, ...lines),
  );
}
