import type { clinic } from '@core/contract/clinic';
import { accept } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { affectedView, affectedVisits } from './affected-visits';

/** Whom stopping this session would hit, before anybody is asked for it. */
export const previewStop: UseCase<typeof clinic.procedures.previewStop> = async (input, context) => {
  const records = await affectedVisits(input.sessionId);
  for (const { patientId } of records) context.viewed(patientId);
  return accept(records.map(affectedView));
};
