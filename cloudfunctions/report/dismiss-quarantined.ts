import type { report } from '@core/contract/report';
import { accept, refuse } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { quarantine } from '../_store/quarantine';
import { worksAt } from './own-desk';
import { settleFile } from './quarantine-file';

/** A file that was looked after leaves the desk's list; it is kept. Repeating it changes nothing. */
export const dismissQuarantined: UseCase<typeof report.procedures.dismissQuarantined> = async (
  { fileId },
  context,
) => {
  const found = await quarantine.findById(fileId);
  if (!found || !(await worksAt(found.desk, context))) return refuse('NOT_FOUND', null);
  await settleFile(fileId, 'report.dismissQuarantined', context);
  return accept(null);
};
