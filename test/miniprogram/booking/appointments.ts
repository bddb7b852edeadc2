import type { AppointmentView } from '@core/contract/booking';
import { calendarDay, clockTime } from '@core/domain/calendar-day';
import { fen } from '@core/domain/money';

/** An invented hospital's Monday morning, the day before the visit. */
export const now = Date.parse('2026-03-09T10:00:00+08:00');

export const booked: AppointmentView = {
  appointmentId: 'booked',
  status: 'booked',
  endedBy: null,
  patientId: 'patient-1',
  maskedPatientName: '海*明',
  practitionerId: 'dr-1',
  practitionerName: '林一木',
  practitionerTitle: '主任医师',
  clinicId: 'clinic-1',
  clinicName: '心内科门诊',
  place: '3 楼 A 区',
  day: calendarDay('2026-03-10'),
  start: clockTime('09:00'),
  end: clockTime('09:30'),
  queueNumber: 7,
  feeFen: fen(2500),
  expiresAt: null,
  payment: 'paid',
  refund: null,
  movedFrom: null,
  attendance: null,
  preparation: '请空腹。',
  cancellation: {
    rule: 'A1',
    outcome: 'automatic',
    amountFen: fen(2500),
    until: calendarDay('2026-03-09'),
  },
  createdAt: now - 3_600_000,
};

export const held: AppointmentView = {
  ...booked,
  appointmentId: 'held',
  status: 'pending',
  payment: 'waiting',
  expiresAt: now + 600_000,
  cancellation: { rule: 'UNPAID', outcome: 'nothing-paid', amountFen: fen(0), until: null },
};

export const ended: AppointmentView = {
  ...booked,
  appointmentId: 'ended',
  status: 'cancelled',
  endedBy: 'patient',
  cancellation: null,
};

export const refunding = (state: NonNullable<AppointmentView['refund']>['state']): AppointmentView => ({
  ...ended,
  appointmentId: `refund-${state}`,
  refund: { amountFen: fen(2500), state, owner: null, at: now },
});
