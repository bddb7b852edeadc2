import type { report } from '@core/contract/report';
import { accept, refuse } from '@core/domain/result';
import { bodyIndexOf } from '../_kernel/requests';
import type { UseCase } from '../_kernel/serve';
import { worksAt } from './own-desk';
import { takeInReport } from './take-in-report';

/** A desk hands in a report, typed or as the apparatus wrote it. */
export const submitReport: UseCase<typeof report.procedures.submitReport> = async (input, context) => {
  const { desk, file, requestId } = input;
  if (!(await worksAt(desk, context))) return refuse('OTHER_DESK', null);
  const request = { requestId, bodyIndex: bodyIndexOf('submitReport', input) };
  return accept(await takeInReport({ desk, file, request }, context));
};
