import type { report } from '@core/contract/report';
import { accept, refuse } from '@core/domain/result';
import { bodyIndexOf } from '../_kernel/requests';
import type { UseCase } from '../_kernel/serve';
import { filePlace, quarantine } from '../_store/quarantine';
import { open } from '../_store/sealed-field';
import { worksAt } from './own-desk';
import { takeInReport } from './take-in-report';

/** The kept file goes the way of every file once more; it leaves the list where it is taken in now. */
export const retryQuarantined: UseCase<typeof report.procedures.retryQuarantined> = async (
  input,
  context,
) => {
  const found = await quarantine.findById(input.fileId);
  if (!found || !(await worksAt(found.desk, context))) return refuse('NOT_FOUND', null);
  const file = open(found.file, filePlace(found._id));
  const request = { requestId: input.requestId, bodyIndex: bodyIndexOf('retryQuarantined', input) };
  return accept(await takeInReport({ desk: found.desk, file, request }, context));
};
