import type { ClockAnswer } from '../../shared/clock';
import { button } from '../page/button';
import { element, say } from '../page/element';
import { labelled } from '../page/field';
import { fromField, instant, span, toField } from '../page/format';
import { hint, panel, row } from '../page/panel';
import { read, send } from '../server/ask';
import type { Tab } from './tab';

const MINUTE = 60_000;
const STEPS: readonly (readonly [label: string, ms: number])[] = [
  ['+1 min', MINUTE],
  ['+15 min', 15 * MINUTE],
  ['+1 hour', 60 * MINUTE],
  ['+1 day', 24 * 60 * MINUTE],
];

/** How the virtual clock stands to the real one. */
export const ahead = (offset: number): string =>
  Math.abs(offset) < 1000
    ? 'the same as the real clock'
    : `${span(offset)} ${offset > 0 ? 'ahead of' : 'behind'} the real clock`;

/** The clock that functions, timers, payments and phones share. */
export function clockTab(): Tab {
  const time = element('p.large', { 'aria-label': 'Virtual time' });
  const moved = element('p.hint');
  const field = element('input', { type: 'datetime-local', step: '1' });
  let offset = 0;
  const show = (clock: ClockAnswer): void => {
    ({ offset } = clock);
    say(time, instant(clock.now));
    say(moved, ahead(offset));
    if (field.value === '') field.value = toField(clock.now);
  };
  const move = async (path: string, body: object): Promise<string> => {
    show(await send<ClockAnswer>(path, body));
    return `The clock is ${ahead(offset)}.`;
  };
  const set = (): Promise<string> => {
    const now = fromField(field.value);
    if (now === undefined) throw new Error('Fill in a time first.');
    return move('clock/set', { now });
  };
  const steps = STEPS.map(([label, ms]) => button(label, () => move('clock/advance', { ms })));
  return {
    id: 'clock',
    title: 'Clock',
    element: panel(
      'Clock (China, UTC+8)',
      time,
      moved,
      row(...steps),
      row(
        labelled('Set to', field),
        button('Set', set, { look: 'main' }),
        button('Back to the real time', () => move('clock/advance', { ms: -offset })),
      ),
      hint(
        'What became due in between runs at once: timers, delayed tasks, callbacks, expiries. Functions see the moved clock.',
      ),
    ),
    refresh: async () => show(await read<ClockAnswer>('clock')),
  };
}
