import type { clinic } from '@core/contract/clinic';
import type { InputOf } from '@core/contract/procedure';
import { isOpenAdmission, nextAdmission } from '@core/domain/clinic/admission';
import { accept, refuse } from '@core/domain/result';
import { audited, COURIER_DELAY_MS, type CallContext } from '../_kernel/call-context';
import { bodyIndexOf, remember, replayOf } from '../_kernel/requests';
import { CHANGED, untilSaved } from '../_kernel/retry';
import type { UseCase } from '../_kernel/serve';
import { admissions, type AdmissionRecord } from '../_store/admissions';
import { admissionNews } from './admission-news';
import { admissionView } from './admission-view';

type Procedure = typeof clinic.procedures.advanceAdmission;

/** A step on the way to a bed, or the end of it; the patient is told. */
export const advanceAdmission: UseCase<Procedure> = (input, context) => {
  const bodyIndex = bodyIndexOf('advanceAdmission', input);
  return untilSaved(async () => {
    const record = await admissions.findById(input.admissionId);
    if (!record) return refuse('NOT_FOUND', null);
    const replay = replayOf(record.requests, input.requestId, bodyIndex);
    if (replay === 'reused') return refuse('REQUEST_ID_REUSED', null);
    if (replay === 'same') return accept(admissionView(record));
    const step = nextAdmission(record.state, input.to, input.bed ?? record.bed);
    if (!step.ok) return step;

    const moved = advanced(record, input, context);
    const messages = record.state === input.to ? [] : await admissionNews(moved, context);
    const request = { requestId: input.requestId, bodyIndex, at: context.now };
    const saved = await admissions.replace({
      ...moved,
      requests: remember(record.requests, request),
      outbox: [...record.outbox, ...messages],
    });
    if (!saved) return CHANGED;
    context.posted({ collection: 'admissions', documentId: record._id, messages });
    return accept(admissionView(moved));
  });
};

const advanced = (
  record: AdmissionRecord,
  { to, bed, note }: InputOf<Procedure>,
  context: CallContext,
): AdmissionRecord => ({
  ...record,
  state: to,
  bed: bed ?? record.bed,
  note: note ?? record.note,
  steps: record.state === to ? record.steps : [...record.steps, { state: to, at: context.now }],
  openKey: isOpenAdmission(to) ? record.openKey : record._id,
  audit: [...record.audit, audited(context, 'clinic.advanceAdmission', to)],
  outboxDueAt: context.now + COURIER_DELAY_MS,
});
