import * as v from 'valibot';
import { operatorEntry } from '../_kernel/deployable';
import { START, verifyLinks } from './verify-links';
import { verifyEnd } from './verify-log';

const position = v.object({ number: v.pipe(v.number(), v.integer(), v.minValue(1)), previous: v.string() });

/** Looks at one part of the audit chain; called again with `next` until that is null. */
export const main = operatorEntry('audit.verify', async (event, context) => {
  const asked = v.safeParse(position, (event as { from?: unknown } | null)?.from);
  const part = await verifyLinks(asked.success ? asked.output : START);
  if (part.next) return part;
  return { ...part, findings: [...part.findings, ...(await verifyEnd(context.now))] };
});
