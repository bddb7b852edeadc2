import type { booking, Clause } from '@core/contract/booking';
import type { Answer } from '@core/contract/procedure';
import { addOnSeats } from '@core/domain/booking/add-on';
import { mayVisit, stillLive, type VisitBars } from '@core/domain/booking/may-book';
import { accept, refuse, type Refusal, type Result } from '@core/domain/result';
import { CHANGED, untilSaved } from '../_kernel/retry';
import { accounts, type Account } from '../_store/accounts';
import { appointments, type AppointmentRecord } from '../_store/appointments';
import { sessions } from '../_store/sessions';
import { DuplicateKeyError } from '../_store/store-errors';
import { addOnSeat } from './add-on-seat';
import type { BookingAttempt } from './booking-attempt';
import { liveEntry, visitRequest } from './enter-live-appointment';
import { newAddOn } from './new-add-on';
import { FIRST_ROUND } from './seat-round';
import { undoBooking } from './undo-booking';

type AddOnAnswer = Answer<typeof booking.procedures.grantAddOn>;

/** The three writes of a booking, for a seat beyond the session's own. What breaks off is swept like any other. */
export async function seatAddOn(attempt: BookingAttempt, account: Account): Promise<AddOnAnswer> {
  const fits = mayVisit(visitRequest(attempt, account));
  if (!fits.ok) return visitRefusal(fits, attempt);
  const seat = await takeAddOn(attempt);
  if (seat === null) {
    if ((await sessions.findById(attempt.session._id))?.status === 'stopped') {
      return refuse('SESSION_STOPPED', { alternatives: [] });
    }
    const { clauses, addOns } = attempt.hospital.rulePack;
    return refuse('ADD_ON_LIMIT', { clause: clauses['add-on'], maximum: addOns.perSession });
  }
  const record = await newAddOn(attempt, seat);
  const entered = await enter(record, attempt);
  if (!entered.ok) {
    await undoBooking(record);
    return visitRefusal(entered, attempt);
  }
  return save(record, attempt);
}

/** The lowest number that is free; null where the hospital's rule allows no more. */
async function takeAddOn(attempt: BookingAttempt): Promise<number | null> {
  const { session, appointmentId, input, context, hospital } = attempt;
  const own = Object.entries(session.claims).find(([, { holder }]) => holder === appointmentId);
  if (own) return Number(own[0]);
  for (const seat of addOnSeats(session, hospital.rulePack.addOns.perSession)) {
    const claim = {
      holder: appointmentId,
      round: FIRST_ROUND,
      patientId: input.patientId,
      accountId: context.authority.holderId,
      claimedAt: context.now,
    };
    if (await sessions.claimAddOn(session._id, seat, claim)) return seat;
  }
  return null;
}

/** Among the account's live appointments, deciding again on the account as it is at that moment. */
function enter(record: AppointmentRecord, attempt: BookingAttempt): Promise<Result<null, VisitBars>> {
  return untilSaved(async () => {
    const latest = await accounts.findById(record.accountId);
    if (!latest) return accept(null);
    const fits = mayVisit(visitRequest(attempt, latest));
    if (!fits.ok) return fits;
    const others = stillLive(latest.live, attempt.context.now).filter(
      ({ appointmentId }) => appointmentId !== record._id,
    );
    const saved = await accounts.replaceFields(latest, { live: [...others, liveEntry(record)] });
    return saved ? accept(null) : CHANGED;
  });
}

async function save(record: AppointmentRecord, attempt: BookingAttempt): Promise<AddOnAnswer> {
  try {
    await appointments.insert(record);
  } catch (thrown) {
    if (!(thrown instanceof DuplicateKeyError)) throw thrown;
    const twin = await appointments.findById(record._id);
    if (twin) return accept(addOnSeat(twin));
    await undoBooking(record);
    return refuse('OVERLAPS', { clause: clauseOf('OVERLAPS', attempt), appointmentId: null });
  }
  attempt.context.posted({ collection: 'appointments', documentId: record._id, messages: record.outbox });
  return accept(addOnSeat(record));
}

function visitRefusal(bar: Refusal<VisitBars>, attempt: BookingAttempt): AddOnAnswer {
  const clause = clauseOf(bar.error, attempt);
  return bar.detail
    ? refuse(bar.error as 'OVERLAPS', { clause, appointmentId: null })
    : refuse(bar.error as 'AGE_NOT_ACCEPTED', { clause });
}

/** The doctor is not told which other appointment it is: that is the patient's own business. */
function clauseOf(code: keyof VisitBars, { hospital, clinic }: BookingAttempt): Clause {
  const { clauses } = hospital.rulePack;
  if (code === 'ALREADY_BOOKED_WITH_DOCTOR') return clauses['patient-doctor-day'];
  if (code === 'OVERLAPS') return clauses['patient-overlap'];
  if (!clinic.condition) throw new Error('A clinic without a condition refused somebody');
  return clinic.condition.clause;
}
