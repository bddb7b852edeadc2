import type { Fault } from '../fault';
import type { ParsedFolder } from '../parsed-folder';

/** What a part is read from. */
export interface PartSource {
  /** The hospital's folder. */
  readonly directory: string;
  /** The files that every hospital has, each well-formed: what a part's ids and places refer to. */
  readonly folder: ParsedFolder;
  /** Where a loader tells what is wrong; one fault anywhere and nothing of the folder is loaded. */
  readonly faults: Fault[];
}

/**
 * One further subject of a hospital's folder, with files of its own. The functions keep it as one document and read it
 * by the same name (`hospitalPart` of the store).
 */
export interface HospitalPart {
  /** Lower-case letters, digits and hyphens. */
  readonly name: string;
  /** Plain JSON; null where the folder has none of the part's files: a hospital may do without it. */
  readonly load: (source: PartSource) => unknown;
}
