import type { Catalogue } from '../_store/catalog';
import * as v from 'valibot';

/** A person of the hospital's register before anyone used the mini program. */
export interface RegisteredPerson {
  readonly name: string;
  readonly identityNumber: string;
  readonly phone: string;
  readonly outpatientNumbers: readonly { readonly number: string; readonly lastVisit: string | null }[];
}

export type HospitalContents = Omit<Catalogue, '_id' | 'importedAt'>;

const rows = v.array(v.looseObject({}));
const named = v.looseObject({ name: v.pipe(v.string(), v.minLength(1)) });

/**
 * The outline of an import. The folder's rules are checked before it is sent (`npm run hospital:check`); this refuses what
 * is no hospital at all, so that a slip on the command line cannot empty the catalogue.
 */
const contents = v.looseObject({
  contentHash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  organization: named,
  notices: rows,
  departments: v.pipe(v.array(named), v.minLength(1)),
  clinics: v.pipe(v.array(named), v.minLength(1)),
  practitioners: v.pipe(v.array(named), v.minLength(1)),
  schedules: rows,
  holidays: rows,
  rulePack: v.looseObject({
    version: v.string(),
    horizonDays: v.number(),
    clauses: v.record(v.string(), v.looseObject({})),
  }),
});

const registeredPerson = v.object({
  name: v.string(),
  identityNumber: v.pipe(v.string(), v.regex(/^\d{17}[\dX]$/)),
  phone: v.pipe(v.string(), v.regex(/^\d{11}$/)),
  outpatientNumbers: v.pipe(
    v.array(v.object({ number: v.string(), lastVisit: v.nullable(v.string()) })),
    v.minLength(1),
  ),
});

export const importInput = v.object({
  hospital: v.pipe(
    contents,
    v.transform((value) => value as unknown as HospitalContents),
  ),
  registeredPersons: v.array(registeredPerson),
});

export type ImportInput = v.InferOutput<typeof importInput>;

/** Bytes of JSON, far below what one document holds. A larger part is better cut into several. */
const LARGEST_PART = 1_000_000;

const part = v.strictObject({
  contentHash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  content: v.unknown(),
});

/** Further parts by name. What a part holds is checked where its files are read; this bounds it. */
export const partsInput = v.object({
  parts: v.pipe(
    v.record(v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{1,39}$/)), part),
    v.check((parts) => Object.values(parts).every((one) => JSON.stringify(one).length <= LARGEST_PART)),
  ),
});

export type PartsInput = v.InferOutput<typeof partsInput>['parts'];
