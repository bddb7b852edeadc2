import type { visit } from '@core/contract/visit';
import { accept, refuse } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { sessionQueue } from './session-queue';

/** Who waits for this doctor, who is in the room, who did not come and who has been seen. */
export const getQueue: UseCase<typeof visit.procedures.getQueue> = async ({ sessionId }, context) => {
  const queue = await sessionQueue(sessionId, context);
  return queue ? accept(queue) : refuse('NOT_FOUND', null);
};
