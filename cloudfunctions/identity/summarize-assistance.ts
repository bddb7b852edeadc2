import type { identity } from '@core/contract/identity';
import { accept, refuse } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { signedInAccount } from '../_kernel/signed-in-account';
import { assistances } from '../_store/assistances';
import { auditLog } from '../_store/audit-log';
import { accessLines } from './access-lines';
import { assistanceView } from './assistance-view';

/** More than a volunteer does in two hours. */
const LATEST = 100;

/** What the volunteer did, for the patient to read afterwards. Records reach the log within a minute. */
export const summarizeAssistance: UseCase<typeof identity.procedures.summarizeAssistance> = async (
  { assistanceId },
  context,
) => {
  const account = await signedInAccount(context);
  if (!account) return refuse('SIGNED_OUT', null);
  const record = await assistances.findById(assistanceId);
  if (record?.holderAccountId !== account._id) return refuse('NOT_FOUND', null);
  const done = await auditLog.findActsOf(assistanceId, LATEST);
  const acts = await accessLines(done, account._id, context.now);
  return accept({ assistance: assistanceView(record, context.now), acts });
};
