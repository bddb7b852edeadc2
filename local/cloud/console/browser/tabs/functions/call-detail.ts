import type { CallDetail, CallLine } from '../../../shared/functions';
import { element, type Child } from '../../page/element';
import { bytes, duration, instant } from '../../page/format';
import { facts } from '../../page/panel';
import { byCollection, cost } from './cost';

const size = (count: number | undefined): string => (count === undefined ? '–' : bytes(count));

const output = (lines: CallDetail['lines']): Child =>
  lines.length === 0
    ? element('p.nothing', {}, 'It printed nothing.')
    : element(
        'pre.output',
        {},
        ...lines.map(({ stream, text }) => element(`span.${stream}` as 'span', {}, text)),
      );

const nested = (calls: readonly CallLine[], choose: (requestId: string) => void): Child[] =>
  calls.map((call) => {
    const open = element('button.link.mono', { type: 'button' }, call.name);
    open.addEventListener('click', () => choose(call.requestId));
    return element('p.nested', {}, open, ` ${duration(call.durationMs)}, ${cost(call.operations)}`);
  });

function particulars(call: CallLine): HTMLElement {
  const { start, instance, waitedMs, peakMemoryBytes } = call;
  return facts([
    ['Request', element('span.mono', {}, call.requestId)],
    ['Began', instant(call.startedAt)],
    ['Source', call.source],
    [
      'Time',
      `${duration(call.durationMs)}${waitedMs === undefined ? '' : `, ${duration(waitedMs)} of it waiting`}`,
    ],
    ['Instance', start === undefined ? 'none' : `${instance ?? ''}, ${start} start`],
    ['Event, result', `${size(call.eventBytes)}, ${size(call.resultBytes)}`],
    ['Memory', size(peakMemoryBytes)],
    ['Operations', cost(call.operations)],
  ]);
}

/** JSON over several lines; a text that was cut off stays as it is. */
function readable(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), undefined, 2);
  } catch {
    return json;
  }
}

const heading = (text: string): HTMLElement => element('h3', {}, text);

/** One run, whole: what it was, what it cost, what it printed and which runs it caused. */
export function callDetail(
  { call, event, result, lines, nested: caused }: CallDetail,
  choose: (requestId: string) => void,
): readonly Child[] {
  const { failure, parent } = call;
  const caller =
    parent === undefined ? undefined : element('button.link', { type: 'button' }, 'the call that made it');
  caller?.addEventListener('click', () => parent !== undefined && choose(parent));
  return [
    element('h2.mono', {}, call.name),
    failure && element('p.failure', {}, `${failure.errCode} ${failure.code}: ${failure.message}`),
    caller && element('p', {}, 'Nested in ', caller),
    particulars(call),
    byCollection(call.operations),
    ...(caused.length === 0 ? [] : [heading('Calls it made'), ...nested(caused, choose)]),
    heading('Output'),
    output(lines),
    heading('Event'),
    element('pre', {}, readable(event)),
    ...(result === undefined ? [] : [heading('Result'), element('pre', {}, readable(result))]),
  ];
}
