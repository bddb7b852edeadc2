import type { identity } from '@core/contract/identity';
import { assistanceState, seeVolunteer } from '@core/domain/identity/assistance';
import { accept, refuse } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { assistances } from '../_store/assistances';
import { assistanceView } from './assistance-view';

/** The volunteer's phone is in use. Written down once a minute at most; a write that somebody else overtook is no loss. */
export const stayWithPatient: UseCase<typeof identity.procedures.stayWithPatient> = async (
  { assistanceId },
  context,
) => {
  const record = await assistances.findById(assistanceId);
  if (record?.volunteerAccountId !== context.caller.accountId) return refuse('NOT_FOUND', null);
  if (assistanceState(record, context.now) !== 'running') return refuse('ASSISTANCE_OVER', null);
  const { patientId } = record;
  if (patientId !== null) context.viewed(patientId, { role: 'volunteer', mandateId: assistanceId });
  const seen = seeVolunteer(record, context.now);
  if (seen) await assistances.replace(seen);
  return accept(assistanceView(seen ?? record, context.now));
};
