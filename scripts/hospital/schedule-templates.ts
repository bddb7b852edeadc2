import { fen } from '../../core/domain/money';
import type { ParsedFolder } from './parsed-folder';
import type { ScheduleRow } from './schemas/schedule-row';
import { seatPools } from './seat-pools';
import { slotLengthsOf } from './slot-lengths';
import type { ScheduleTemplate } from './types';

const templateId = ({ practitionerId, halfDay, weekdays, effectiveFrom }: ScheduleRow): string =>
  [practitionerId, halfDay, weekdays.join(''), effectiveFrom].join('_');

/** The templates with everything that a row leaves to the clinic, the doctor or the rule pack. */
export function scheduleTemplates(folder: ParsedFolder): ScheduleTemplate[] {
  const doctorFees = new Map(folder.practitioners.map(({ value }) => [value.id, value.feeFen]));
  const clinicFees = new Map(folder.clinics.map(({ value }) => [value.id, value.feeFen]));
  const { slotLengths, booking } = folder.rulePack.value;
  return folder.schedules.map(({ value: row }) => {
    const { slotMinutes, reserved, holidays, ...rest } = row;
    const onlineSharePercent = row.onlineSharePercent ?? booking.onlineSharePercent;
    return {
      id: templateId(row),
      ...rest,
      slotLengths: slotLengthsOf({ ...rest, slotMinutes }, slotLengths),
      feeFen: clinicFees.get(row.clinicId) ?? doctorFees.get(row.practitionerId) ?? fen(0),
      onlineSharePercent,
      pools: seatPools(row.capacity, onlineSharePercent, reserved),
      opensOnHolidays: holidays === 'open',
    };
  });
}
