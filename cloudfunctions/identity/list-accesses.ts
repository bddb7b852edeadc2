import type { identity } from '@core/contract/identity';
import { accept } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { auditLog } from '../_store/audit-log';
import { accessLines } from './access-lines';

/** Enough for months of an outpatient's visits, and for years of what others did. */
const LATEST = 300;

/** Who else looked at a patient's information, or did something in the patient's name. What one does oneself is left out. */
export const listAccesses: UseCase<typeof identity.procedures.listAccesses> = async (
  { patientId, about },
  context,
) => {
  const { accountId } = context.caller;
  const entries = await auditLog.findByOthers({ patientId, accountId, kind: about }, LATEST);
  return accept(await accessLines(entries, accountId, context.now));
};
