import type { FaultPlanAnswer } from '../../../shared/faults';
import { button } from '../../page/button';
import { element } from '../../page/element';
import { labelled, numberField, numberIn } from '../../page/field';
import { hint, row } from '../../page/panel';
import { send } from '../../server/ask';
import type { Refresh } from '../tab';

/** Digits of a digest that tell two schedules apart at a glance. */
const DIGEST_SHOWN = 12;

/** Starts anew from a seed: with the faults that are set afterwards, or with a schedule drawn from the seed. */
export function seedForm(refresh: Refresh): HTMLElement {
  const seed = numberField({ value: '1', step: '1' });
  const faults = numberField({ placeholder: '10', min: '1', step: '1' });
  const span = numberField({ placeholder: '20', min: '1', step: '1' });
  const ms = numberField({ placeholder: '1000', min: '0', step: '1' });
  const start = async (): Promise<string> => {
    const answer = await send<{ seed: number }>('faults/seed', { seed: numberIn(seed) });
    await refresh();
    return `Started anew from seed ${answer.seed}; no fault is in force.`;
  };
  const follow = async (): Promise<string> => {
    const bounds = { faults: numberIn(faults), span: numberIn(span), ms: numberIn(ms) };
    const plan = await send<FaultPlanAnswer>('faults/follow', { seed: numberIn(seed), ...bounds });
    await refresh();
    return `The schedule ${plan.digest.slice(0, DIGEST_SHOWN)} of seed ${plan.seed} is in force.`;
  };
  return element(
    'div.form',
    {},
    row(labelled('Seed', seed), button('Start anew', start)),
    row(
      labelled('Faults to draw', faults),
      labelled('Within the first', span),
      labelled('Longest delay (ms)', ms),
      button('Follow a schedule of this seed', follow),
    ),
    hint('Both withdraw what is in force. The same seed hits the same operations again, by the same rules.'),
  );
}
