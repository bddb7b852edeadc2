import * as v from 'valibot';
import { operatorEntry } from '../_kernel/deployable';
import { bodyIndexOf } from '../_kernel/requests';
import { newId } from '../_kernel/ids';
import { takeInReport } from './take-in-report';

const input = v.object({
  desk: v.picklist(['laboratory', 'imaging']),
  file: v.pipe(v.string(), v.maxLength(1_000_000)),
});

/** An operator hands in a report file, the same way as a desk. */
export const main = operatorEntry('report.import-report', async (event, context) => {
  const read = v.safeParse(input, event);
  if (!read.success) return { ok: false, error: 'INVALID_INPUT' };
  const request = { requestId: newId(context.now), bodyIndex: bodyIndexOf('importReport', read.output) };
  return { ok: true, value: await takeInReport({ ...read.output, request }, context) };
});
