import type { clinic } from '@core/contract/clinic';
import type { Answer } from '@core/contract/procedure';
import { dayOf } from '@core/domain/calendar-day';
import { accept, refuse } from '@core/domain/result';
import { bodyIndexOf, replayOf } from '../_kernel/requests';
import type { UseCase } from '../_kernel/serve';
import { admissions, type AdmissionRecord } from '../_store/admissions';
import { blindIndex } from '../_store/blind-index';
import { encounters } from '../_store/encounters';
import { DuplicateKeyError } from '../_store/store-errors';
import { wards } from '../_store/wards';
import { admissionView } from './admission-view';
import { newAdmission } from './new-admission';

type Procedure = typeof clinic.procedures.requestAdmission;

/** Registers one of the doctor's own patients for a bed, from wherever the doctor is: no way back to a window. */
export const requestAdmission: UseCase<Procedure> = async (input, context) => {
  const admissionId = `m${blindIndex('admission', `${context.caller.accountId}\n${input.requestId}`)}`;
  const again = (before: AdmissionRecord): Answer<Procedure> =>
    replayOf(before.requests, input.requestId, bodyIndexOf('requestAdmission', input)) === 'same'
      ? accept(admissionView(before))
      : refuse('REQUEST_ID_REUSED', null);
  const before = await admissions.findById(admissionId);
  if (before) return again(before);

  const [encounter, list] = await Promise.all([
    encounters.findById(input.appointmentId),
    wards.current(context.now),
  ]);
  const ward = list.find(({ wardId }) => wardId === input.wardId);
  if (!encounter) return refuse('NOT_FOUND', null);
  if (!ward) return refuse('WARD_UNKNOWN', null);
  if (input.plannedDay < dayOf(context.now)) return refuse('DAY_PAST', null);

  const record = await newAdmission({ admissionId, input, encounter, ward }, context);
  try {
    await admissions.insert(record);
  } catch (thrown) {
    if (!(thrown instanceof DuplicateKeyError)) throw thrown;
    const twin = await admissions.findById(admissionId);
    if (twin) return again(twin);
    const running = await admissions.findOpenOf(encounter.patientId);
    return running ? refuse('ADMISSION_RUNNING', { admissionId: running._id }) : refuse('BUSY', null);
  }
  context.posted({ collection: 'admissions', documentId: admissionId, messages: record.outbox });
  return accept(admissionView(record));
};
