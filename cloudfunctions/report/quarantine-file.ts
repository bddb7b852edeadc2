import type { Submitted } from '@core/contract/report';
import type { Reason } from '@core/domain/report/fhir/reasons';
import type { ReportCategory } from '@core/domain/report/report';
import { audited, COURIER_DELAY_MS, type WorkContext } from '../_kernel/call-context';
import { CHANGED, untilSaved } from '../_kernel/retry';
import { insertedFirst } from '../_store/inserted-first';
import { fileIdOf, filePlace, quarantine, type QuarantinedFile } from '../_store/quarantine';
import { seal } from '../_store/sealed-field';

interface BadFile {
  readonly desk: ReportCategory;
  readonly file: string;
  readonly reasons: readonly Reason[];
  readonly sourceId: string | null;
}

/**
 * Keeps a file that could not be taken in, with why. The very same file is kept once: handed in again it is back on the
 * desk's list, with what is wrong now.
 */
export async function quarantineFile(bad: BadFile, context: WorkContext): Promise<Submitted> {
  const { desk, file, reasons } = bad;
  const fileId = fileIdOf(desk, file);
  await untilSaved(async () => {
    const found = await quarantine.findById(fileId);
    const next: QuarantinedFile = {
      ...(found ?? newFile(bad, fileId)),
      state: 'waiting',
      at: context.now,
      reasons,
      audit: [...(found?.audit ?? []), audited(context, 'report.quarantine', reasons[0]?.code ?? null)],
      outboxDueAt: context.now + COURIER_DELAY_MS,
    };
    const saved = found ? await quarantine.replace(next) : await insertedFirst(quarantine.insert(next));
    return saved ? undefined : CHANGED;
  });
  return { state: 'quarantined', fileId, reasons };
}

function newFile({ desk, file, sourceId }: BadFile, fileId: string) {
  return {
    _id: fileId,
    revision: 0,
    desk,
    sourceId: sourceId === null ? null : seal(sourceId, { documentId: fileId, field: 'sourceId' }),
    file: seal(file, filePlace(fileId)),
    requests: [],
    outbox: [],
  };
}

/** Takes a file off the desk's list: it was taken in, or somebody looked after it. Repeating it changes nothing. */
export const settleFile = (
  fileId: string,
  action: 'report.dismissQuarantined' | 'report.takeInQuarantined',
  context: WorkContext,
): Promise<void> =>
  untilSaved(async () => {
    const found = await quarantine.findById(fileId);
    if (found?.state !== 'waiting') return;
    const saved = await quarantine.replace({
      ...found,
      state: 'dismissed',
      audit: [...found.audit, audited(context, action)],
      outboxDueAt: context.now + COURIER_DELAY_MS,
    });
    return saved ? undefined : CHANGED;
  });
