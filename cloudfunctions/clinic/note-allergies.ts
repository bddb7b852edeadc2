import type { clinic } from '@core/contract/clinic';
import { accept, refuse } from '@core/domain/result';
import { audited, COURIER_DELAY_MS, type CallContext } from '../_kernel/call-context';
import { bodyIndexOf, remember, replayOf } from '../_kernel/requests';
import { CHANGED, untilSaved } from '../_kernel/retry';
import type { UseCase } from '../_kernel/serve';
import { encounters, type EncounterRecord } from '../_store/encounters';
import { allergiesPlace, healthNotes, type HealthNotes } from '../_store/health-notes';
import { seal } from '../_store/sealed-field';
import { DuplicateKeyError } from '../_store/store-errors';
import { patientSummary } from './patient-summary';

type Procedure = typeof clinic.procedures.noteAllergies;

/** What the patient does not tolerate, for every later visit. The latest word counts. */
export const noteAllergies: UseCase<Procedure> = async (input, context) => {
  const encounter = await encounters.findById(input.appointmentId);
  if (!encounter) return refuse('NOT_FOUND', null);
  if (encounter.state !== 'in-room') return refuse('ENCOUNTER_NOT_OPEN', null);
  const request = {
    requestId: input.requestId,
    bodyIndex: bodyIndexOf('noteAllergies', input),
    at: context.now,
  };
  const outcome = await untilSaved(async () => {
    const before = await healthNotes.findById(encounter.patientId);
    const replay = replayOf(before?.requests ?? [], request.requestId, request.bodyIndex);
    if (replay !== 'new') return replay;
    const noted = notes(before, encounter, input.text, context);
    const saved = await save(before, { ...noted, requests: remember(noted.requests, request) });
    return saved ? 'new' : CHANGED;
  });
  if (outcome === 'reused') return refuse('REQUEST_ID_REUSED', null);
  const summary = await patientSummary(encounter, context);
  return summary ? accept(summary) : refuse('NOT_FOUND', null);
};

function notes(
  before: HealthNotes | null,
  { patientId, practitionerId }: EncounterRecord,
  text: string,
  context: CallContext,
): HealthNotes {
  return {
    _id: patientId,
    revision: before?.revision ?? 0,
    allergies: seal(text, allergiesPlace(patientId)),
    allergiesAt: context.now,
    practitionerId,
    requests: before?.requests ?? [],
    audit: [...(before?.audit ?? []), audited(context, 'clinic.noteAllergies')],
    outbox: before?.outbox ?? [],
    outboxDueAt: context.now + COURIER_DELAY_MS,
  };
}

async function save(before: HealthNotes | null, next: HealthNotes): Promise<boolean> {
  if (before) return healthNotes.replace(next);
  try {
    await healthNotes.insert(next);
    return true;
  } catch (thrown) {
    if (thrown instanceof DuplicateKeyError) return false;
    throw thrown;
  }
}
