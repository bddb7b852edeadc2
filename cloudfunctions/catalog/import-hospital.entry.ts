import { operatorEntry } from '../_kernel/deployable';
import { importHospital } from './import-hospital';
import { importInput } from './import-input';
import * as v from 'valibot';

/** Takes over a hospital's folder as a whole: all of it or nothing. */
export const main = operatorEntry('catalog.import-hospital', async (event, context) => {
  const input = v.safeParse(importInput, event);
  if (!input.success)
    return { ok: false, error: 'INVALID_HOSPITAL', detail: v.flatten(input.issues).nested ?? null };
  return importHospital(input.output, context.now);
});
