import { operatorEntry } from '../_kernel/deployable';
import { importHospital } from './import-hospital';
import { importInput, partsInput } from './import-input';
import { importParts } from './import-parts';
import * as v from 'valibot';

/**
 * Takes over a hospital's folder: the catalogue as a whole, all of it or nothing; the further parts in calls of their
 * own, since an event is bounded.
 */
export const main = operatorEntry('catalog.import-hospital', async (event, context) => {
  const parts = v.safeParse(partsInput, event);
  if (parts.success) return importParts(parts.output.parts, context.now);
  const input = v.safeParse(importInput, event);
  if (!input.success)
    return { ok: false, error: 'INVALID_HOSPITAL', detail: v.flatten(input.issues).nested ?? null };
  return importHospital(input.output, context.now);
});
