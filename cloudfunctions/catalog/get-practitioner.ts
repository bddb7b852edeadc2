import type { catalog } from '@core/contract/catalog';
import { dayOf } from '@core/domain/calendar-day';
import { accept, refuse } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { catalogue } from '../_store/catalog';
import { doctorNotices } from '../_store/doctor-notices';

/** A doctor as patients see them, with what the doctor says today. */
export const getPractitioner: UseCase<typeof catalog.procedures.getPractitioner> = async (input, context) => {
  const [{ practitioners }, notices] = await Promise.all([
    catalogue.current(context.now),
    doctorNotices.current(context.now),
  ]);
  const found = practitioners.find(({ practitionerId }) => practitionerId === input.practitionerId);
  if (!found) return refuse('NOT_FOUND', null);
  const today = dayOf(context.now);
  const inForce = notices.filter(
    ({ practitionerId, from, to }) =>
      practitionerId === found.practitionerId && from <= today && (to === null || to >= today),
  );
  return accept({ ...found, notices: inForce.map(({ text }) => text) });
};
