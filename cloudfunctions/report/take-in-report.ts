import type { Submitted } from '@core/contract/report';
import { fromFhir } from '@core/domain/report/fhir/from-fhir';
import type { Reason } from '@core/domain/report/fhir/reasons';
import type { ReportCategory } from '@core/domain/report/report';
import type { WorkContext } from '../_kernel/call-context';
import type { AcceptedRequest } from '../_store/aggregate';
import { laboratory } from '../_store/laboratory';
import { readBundle } from './bundle-input';
import { enterReport } from './enter-report';
import { placeReport } from './place-report';
import { fileIdOf } from '../_store/quarantine';
import { quarantineFile, settleFile } from './quarantine-file';

export interface Arrived {
  readonly desk: ReportCategory;
  readonly file: string;
  readonly request: Omit<AcceptedRequest, 'at'>;
}

/** The one way into the hospital's reports: read, placed beside the own records, entered; else kept aside with its reasons. */
export async function takeInReport(
  { desk, file, request }: Arrived,
  context: WorkContext,
): Promise<Submitted> {
  const aside = (reasons: readonly Reason[], sourceId: string | null) =>
    quarantineFile({ desk, file, reasons, sourceId }, context);
  const bundle = readBundle(file);
  if (!bundle.ok) return aside([bundle.reason], null);
  const read = fromFhir(bundle.bundle, await laboratory.current(context.now));
  if (!read.ok) return aside(read.reasons, read.sourceId);
  const { sourceId } = read.content;
  const place = await placeReport(read.content, desk, context.now);
  if (!place.ok) return aside([place.reason], sourceId);
  const entered = await enterReport(place.placed, context, request);
  if (!entered.ok) return aside([entered.reason], sourceId);
  await settleFile(fileIdOf(desk, file), 'report.takeInQuarantined', context);
  return entered.submitted;
}
