import type { VisitRefusals } from '@core/contract/visit';
import { ageOn, dayOf } from '@core/domain/calendar-day';
import { accept, refuse, type Result } from '@core/domain/result';
import { checkIn, type CheckInBars } from '@core/domain/visit/check-in';
import type { Priority } from '@core/domain/visit/queue-rules';
import type { CallContext } from '../_kernel/call-context';
import type { AppointmentRecord } from '../_store/appointments';
import { checkpoints, declarationOf } from '../_store/checkpoints';
import { encounters, type EncounterRecord } from '../_store/encounters';
import { sessions } from '../_store/sessions';
import { DuplicateKeyError } from '../_store/store-errors';
import { areaOf, type Area, type VisitRules } from '../_store/visit-rules';
import { atGate, flaggedTold } from './gate-passage';
import { areaView } from './area-view';
import { newEncounter } from './new-encounter';
import { visitPerson } from './visit-person';

/** One wish to be queued. */
export interface CheckingIn {
  readonly appointment: AppointmentRecord;
  readonly area: Area;
  readonly by: 'self' | 'nurse';
  /** What the nurse sees; null where the rules alone decide. */
  readonly seen: 'courtesy' | 'emergency' | null;
  readonly requestId: string;
  readonly bodyIndex: string;
}

export type CheckInRefusals = Pick<
  VisitRefusals,
  'NOT_BOOKED' | 'NOT_TODAY' | 'WRONG_AREA' | 'CHECK_IN_EARLY' | 'CHECK_IN_OVER' | 'GATE_MISSING' | 'FLAGGED'
>;

/** Checkpoint 2 for an appointment that has not checked in yet. */
export async function checkInAnew(
  wish: CheckingIn,
  rules: VisitRules,
  context: CallContext,
): Promise<Result<EncounterRecord, CheckInRefusals>> {
  const { appointment, area } = wish;
  const [checkpoint, session, person] = await Promise.all([
    checkpoints.findById(appointment.patientId),
    sessions.findById(appointment.sessionId),
    visitPerson(appointment.patientId),
  ]);
  if (!session || !person) throw new Error('An appointment without its session or its patient');
  const decided = checkIn(
    {
      appointment,
      sessionEnd: session.end,
      atGate: atGate(checkpoint),
      areaClinics: area.clinicIds,
    },
    { gate: rules.gate, checkInOpensMinutes: rules.queue.checkInOpensMinutes },
    context.now,
  );
  if (!decided.ok) {
    context.viewed(appointment.patientId);
    return told(decided, rules);
  }

  const gate = declarationOf(checkpoint, dayOf(context.now));
  const isElder = ageOn(person.birthDate, appointment.day) >= rules.queue.courtesyFromYears;
  const byRule: Priority =
    gate?.outcome === 'green-channel' ? 'green-channel' : isElder ? 'courtesy' : 'none';
  const record = newEncounter({ wish, gate, session, priority: wish.seen ?? byRule }, context);
  try {
    await encounters.insert(record);
  } catch (thrown) {
    if (!(thrown instanceof DuplicateKeyError)) throw thrown;
    return accept((await encounters.findById(record._id)) ?? record);
  }
  context.posted({ collection: 'encounters', documentId: record._id, messages: record.outbox });
  return accept(record);
}

type Bar = Exclude<ReturnType<typeof checkIn>, { ok: true }>;

/** A rule's refusal with what the person is told beside it. */
function told(bar: Bar, rules: VisitRules): Exclude<Result<never, CheckInRefusals>, { ok: true }> {
  switch (bar.error) {
    case 'TOO_EARLY':
      return refuse('CHECK_IN_EARLY', bar.detail);
    case 'SESSION_OVER':
      return refuse('CHECK_IN_OVER', null);
    case 'WRONG_AREA':
      return refuse('WRONG_AREA', { area: viewOf(areaOf(rules, bar.detail.clinicId)) });
    case 'FLAGGED':
      return flaggedTold(bar.detail, rules);
    case 'NOT_BOOKED':
    case 'NOT_TODAY':
    case 'GATE_MISSING':
      return bar satisfies Exclude<Result<never, Pick<CheckInBars, typeof bar.error>>, { ok: true }>;
  }
}

export const viewOf = (area: Area | null) => area && areaView(area);
