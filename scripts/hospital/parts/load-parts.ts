import { contentHash } from '../content-hash';
import { PARTS } from './index';
import type { LoadedPart } from './loaded-part';
import type { HospitalPart, PartSource } from './part';

/** Every part by its name, also those that the folder lacks. */
export const loadParts = (
  source: PartSource,
  parts: readonly HospitalPart[] = PARTS,
): Readonly<Record<string, LoadedPart>> =>
  Object.fromEntries(
    parts.map(({ name, load }) => {
      const content = load(source);
      return [name, { contentHash: contentHash(content), content }];
    }),
  );
