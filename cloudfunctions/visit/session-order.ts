import { orderQueue, type Standing, type Waiting } from '@core/domain/visit/queue';
import type { QueueRules } from '@core/domain/visit/queue-rules';
import type { QueuedEncounter } from '../_store/encounters';

const waitingOf = (encounter: QueuedEncounter): Waiting => ({ ...encounter, encounterId: encounter._id });

/** The people of a session who wait, first to be called first. */
export function sessionOrder(everybody: readonly QueuedEncounter[], rules: QueueRules): readonly Standing[] {
  const calls = everybody.flatMap(({ calledAt }) => (calledAt === null ? [] : [calledAt]));
  return orderQueue(everybody.filter(({ state }) => state === 'arrived').map(waitingOf), calls, rules);
}
