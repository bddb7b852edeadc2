import type { report } from '@core/contract/report';
import { accept, refuse } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { quarantine } from '../_store/quarantine';
import { open } from '../_store/sealed-field';
import { worksAt } from './own-desk';

const SHOWN = 50;

/** The desk's files that could not be taken in, with why, newest first. */
export const listQuarantine: UseCase<typeof report.procedures.listQuarantine> = async ({ desk }, context) => {
  if (!(await worksAt(desk, context))) return refuse('OTHER_DESK', null);
  const files = await quarantine.findWaiting(desk, SHOWN);
  return accept(
    files.map(({ _id: fileId, at, reasons, sourceId }) => ({
      fileId,
      at,
      reasons,
      sourceId: sourceId && open(sourceId, { documentId: fileId, field: 'sourceId' }),
    })),
  );
};
