import type { booking } from '@core/contract/booking';
import { addDays, dayOf } from '@core/domain/calendar-day';
import { accept, refuse } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { catalogue } from '../_store/catalog';
import { sessions } from '../_store/sessions';
import { withPresentSeats } from './present-seats';
import { isReleased, levelOf } from './session-state';

/** The date strip of a clinic: each day of the booking horizon and how many seats it has. */
export const listClinicDays: UseCase<typeof booking.procedures.listClinicDays> = async (input, context) => {
  const { clinics, rulePack } = await catalogue.current(context.now);
  const clinic = clinics.find(({ clinicId }) => clinicId === input.clinicId);
  if (!clinic) return refuse('NOT_FOUND', null);

  const today = dayOf(context.now);
  const found = await sessions.findSummaries(clinic.clinicId, today, addDays(today, rulePack.horizonDays));
  const onSale = found.filter((session) => isReleased(session, context.now));
  const released = await withPresentSeats(onSale, rulePack, context.now);
  const days = Array.from({ length: rulePack.horizonDays + 1 }, (_, offset) => {
    const day = addDays(today, offset);
    const ofDay = released.filter((session) => session.day === day);
    return { day, level: levelOf(ofDay, rulePack, context.now) };
  });
  const { clinicId, name, whoMayBook, preparation } = clinic;
  return accept({ clinicId, name, whoMayBook, preparation, days });
};
