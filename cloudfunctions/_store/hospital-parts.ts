import { Collection } from './collection';

/** One subject of the hospital's folder beside the catalogue, as one document: replaced by import only. */
export interface StoredPart<T = unknown> {
  /** The part's name. */
  readonly _id: string;
  /** SHA-256 of the content: also its version for those who keep a copy. */
  readonly contentHash: string;
  readonly importedAt: number;
  /** Null where the hospital does without. */
  readonly content: T | null;
}

/** A part as it is used: what the hospital wrote, else what holds without it. */
export interface CurrentPart<T> {
  readonly version: string;
  readonly content: T;
}

const collection = new Collection<StoredPart>('hospital-parts');
const KEEP_MS = 10_000;
const kept = new Map<string, { readonly part: StoredPart | null; readonly readAt: number }>();

async function read(name: string, now: number): Promise<StoredPart | null> {
  const known = kept.get(name);
  if (known && now >= known.readAt && now - known.readAt < KEEP_MS) return known.part;
  const part = await collection.findById(name);
  kept.set(name, { part, readAt: now });
  return part;
}

/**
 * A part of the hospital's data by its name, as `scripts/hospital/parts` loaded it; kept in the instance's memory for ten
 * seconds. `without` is what holds in a hospital that has no such part.
 */
export function hospitalPart<T>(name: string, without: T) {
  const versioned = async (now: number): Promise<CurrentPart<T>> => {
    const part = (await read(name, now)) as StoredPart<T> | null;
    return { version: part?.contentHash ?? 'none', content: part?.content ?? without };
  };
  return { versioned, current: async (now: number): Promise<T> => (await versioned(now)).content };
}

/** Replaces a part. Answers false where it already says the same. */
export async function writeHospitalPart(part: StoredPart): Promise<boolean> {
  const before = await collection.findById(part._id, ['contentHash']);
  if (before?.contentHash === part.contentHash) return false;
  await collection.put(part);
  kept.delete(part._id);
  return true;
}
