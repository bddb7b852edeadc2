import type { CalendarDay } from '@core/domain/calendar-day';
import type { GateDeclaration, GateReason } from '@core/domain/visit/gate-declaration';
import type { GateFlag } from '@core/domain/visit/gate-flag';
import type { GateOutcome } from '@core/domain/visit/gate-rules';
import { replaceIfUnchanged, type Aggregate } from './aggregate';
import { blindIndex } from './blind-index';
import { Collection, command } from './collection';
import { open, seal, type Sealed } from './sealed-field';

/** What was said and why it led where it led: health data, so it is stored sealed only. */
export interface DeclarationContent {
  readonly declaration: GateDeclaration;
  readonly because: readonly GateReason[];
}

export interface StoredDeclaration {
  readonly day: CalendarDay;
  readonly outcome: GateOutcome;
  readonly at: number;
  readonly by: 'self' | 'nurse';
  /** Account of who declared. */
  readonly declaredBy: string;
  /** `DeclarationContent` as JSON, sealed at field `declaration:<at>`. */
  readonly content: Sealed;
}

export interface StoredFlag extends GateFlag {
  /** Account and reason of the nurse who cleared it. */
  readonly clearedBy: string | null;
  readonly clearedBecause: string | null;
}

/**
 * A patient's checkpoint 1. `_id` is the patient's id: one document, so that declaring, flagging and clearing cannot pass
 * each other by. `finder` is the middle of the pass codes and has an index.
 */
export interface CheckpointRecord extends Aggregate {
  readonly finder: string;
  /** The latest ones, the newest last. */
  readonly declarations: readonly StoredDeclaration[];
  readonly flag: StoredFlag | null;
  /** End of a flag that holds, else 0: the fever register is a query on it. */
  readonly flaggedUntil: number;
}

const collection = new Collection<CheckpointRecord>('checkpoints');
/** Declarations that a document keeps. */
const KEPT = 30;
const FINDER_LENGTH = 8;

export const checkpoints = {
  findById: (patientId: string) => collection.findById(patientId),
  findByFinder: async (finder: string): Promise<CheckpointRecord | null> =>
    (await collection.find({ finder }, { limit: 1 }))[0] ?? null,
  findFlagged: (now: number, limit: number) =>
    collection.find({ flaggedUntil: command().gt(now) }, { limit, orderBy: ['flaggedUntil', 'asc'] }),
  /** @throws DuplicateKeyError where it exists. */
  insert: (record: CheckpointRecord) => collection.insert(record),
  replace: (next: CheckpointRecord) => replaceIfUnchanged(collection, next),
};

export const newCheckpoint = (patientId: string): CheckpointRecord => ({
  _id: patientId,
  revision: 0,
  finder: blindIndex('pass', patientId).slice(0, FINDER_LENGTH).toUpperCase(),
  declarations: [],
  flag: null,
  flaggedUntil: 0,
  requests: [],
  audit: [],
  outbox: [],
  outboxDueAt: null,
});

const contentPlace = (patientId: string, at: number) => ({
  documentId: patientId,
  field: `declaration:${String(at)}`,
});

/** A declaration with its contents sealed. */
export function storedDeclaration(
  patientId: string,
  facts: Omit<StoredDeclaration, 'content'>,
  content: DeclarationContent,
): StoredDeclaration {
  return { ...facts, content: seal(JSON.stringify(content), contentPlace(patientId, facts.at)) };
}

export const withDeclaration = (record: CheckpointRecord, added: StoredDeclaration): StoredDeclaration[] =>
  [...record.declarations, added].slice(-KEPT);

/** What was said in a declaration. */
export const contentOf = (patientId: string, { at, content }: StoredDeclaration): DeclarationContent =>
  JSON.parse(open(content, contentPlace(patientId, at))) as DeclarationContent;

/** The declaration of a day that counts: the latest. */
export const declarationOf = (
  record: CheckpointRecord | null,
  day: CalendarDay,
): StoredDeclaration | null => {
  const last = record?.declarations.at(-1);
  return last?.day === day ? last : null;
};
