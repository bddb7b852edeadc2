import type { Submitted } from '@core/contract/report';
import type { Reason } from '@core/domain/report/fhir/reasons';
import type { ReportCategory } from '@core/domain/report/report';
import { audited, COURIER_DELAY_MS, type WorkContext } from '../_kernel/call-context';
import { blindIndex } from '../_store/blind-index';
import { quarantine } from '../_store/quarantine';
import { seal } from '../_store/sealed-field';
import { DuplicateKeyError } from '../_store/store-errors';

interface BadFile {
  readonly desk: ReportCategory;
  readonly file: string;
  readonly reasons: readonly Reason[];
  readonly sourceId: string | null;
}

/** Keeps a file that could not be taken in, with why; the very same file is kept once. */
export async function quarantineFile(bad: BadFile, context: WorkContext): Promise<Submitted> {
  const { desk, file, reasons, sourceId } = bad;
  const fileId = `q${blindIndex('report-content', `${desk}\n${file}`)}`;
  const sealed = (field: string, plain: string) => seal(plain, { documentId: fileId, field });
  try {
    await quarantine.insert({
      _id: fileId,
      revision: 0,
      desk,
      state: 'waiting',
      at: context.now,
      reasons,
      sourceId: sourceId === null ? null : sealed('sourceId', sourceId),
      file: sealed('file', file),
      requests: [],
      audit: [audited(context, 'report.quarantine', reasons[0]?.code ?? null)],
      outbox: [],
      outboxDueAt: context.now + COURIER_DELAY_MS,
    });
  } catch (thrown) {
    if (!(thrown instanceof DuplicateKeyError)) throw thrown;
  }
  return { state: 'quarantined', fileId, reasons };
}
