import { mayBook, stillLive } from '@core/domain/booking/may-book';
import { accept, refuse, type Refusal } from '@core/domain/result';
import type { BookingBars, BookingRequest } from '@core/domain/booking/may-book';
import type { Result } from '@core/domain/result';
import { consented } from '../_kernel/consented';
import { CHANGED, untilSaved } from '../_kernel/retry';
import { remember } from '../_kernel/requests';
import { accounts, newAccount, type Account, type LiveAppointment } from '../_store/accounts';
import type { AppointmentRecord } from '../_store/appointments';
import type { BookingAttempt } from './booking-attempt';

/** What the rules must know of a booking, as things stand in the account and the session that were read. */
export function visitRequest(attempt: BookingAttempt, account: Account): BookingRequest {
  const { session, input, context, person, clinic, slot } = attempt;
  return {
    visit: {
      patientId: input.patientId,
      practitionerId: session.practitionerId,
      day: session.day,
      start: slot.start,
      end: slot.end,
    },
    departmentId: clinic.departmentId,
    person,
    condition: clinic.condition,
    session,
    live: stillLive(account.live, context.now).filter(
      ({ appointmentId }) => appointmentId !== attempt.appointmentId,
    ),
    lapses: account.lapses,
  };
}

/** Whether the rules let this caller book. */
export const decide = (attempt: BookingAttempt, account: Account): Result<null, BookingBars> =>
  mayBook(visitRequest(attempt, account), attempt.hospital.rulePack, attempt.context.now);

/** An appointment as small as the rules need it. */
export const liveEntry = (record: AppointmentRecord): LiveAppointment => ({
  appointmentId: record._id,
  patientId: record.patientId,
  practitionerId: record.practitionerId,
  departmentId: record.departmentId,
  day: record.day,
  start: record.start,
  end: record.end,
  holdExpiresAt: record.holdExpiresAt,
  enteredAt: record.createdAt,
});

/** What an account must have beside free seats and rules that allow it. */
export interface StandingBars {
  SIGNED_OUT: null;
  CONSENT_MISSING: null;
  NOT_FOUND: null;
}

function standingBar(account: Account, { input, hospital }: BookingAttempt): Refusal<StandingBars> | null {
  if (!account.signedIn) return refuse('SIGNED_OUT', null);
  if (!consented(account, hospital.rulePack.consent)) return refuse('CONSENT_MISSING', null);
  const isBound = account.bindings.some(({ patientId }) => patientId === input.patientId);
  return isBound ? null : refuse('NOT_FOUND', null);
}

/**
 * Enters the appointment among the caller's live ones, deciding again on the account as it is at that moment: two taps of
 * one person on two phones cannot both pass a limit, and who leaves or unbinds meanwhile does not book.
 */
export function enterLiveAppointment(
  attempt: BookingAttempt,
  account: Account,
  entry: LiveAppointment,
): Promise<Result<null, BookingBars & StandingBars>> {
  return untilSaved(async (round) => {
    const id = attempt.context.authority.holderId;
    const latest = round === 0 ? account : ((await accounts.findById(id)) ?? newAccount(id));
    const standing = standingBar(latest, attempt);
    if (standing) return standing;
    const decision = decide(attempt, latest);
    if (!decision.ok) return decision;
    const others = stillLive(latest.live, attempt.context.now).filter(
      ({ appointmentId }) => appointmentId !== entry.appointmentId,
    );
    const saved = await accounts.replaceFields(latest, {
      live: [...others, entry],
      requests: remember(latest.requests, {
        requestId: attempt.input.requestId,
        bodyIndex: attempt.bodyIndex,
        at: attempt.context.now,
      }),
    });
    return saved ? accept(null) : CHANGED;
  });
}
