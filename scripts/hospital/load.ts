import { assemble } from './assemble';
import { CHECKS } from './checks/index';
import type { Fault } from './fault';
import { parseFolder } from './parsed-folder';
import { loadParts } from './parts/load-parts';
import type { HospitalFolder } from './types';

export type LoadedHospital =
  | { readonly ok: true; readonly hospital: HospitalFolder }
  | { readonly ok: false; readonly faults: readonly Fault[] };

const inReadingOrder = (a: Fault, b: Fault): number =>
  a.file === b.file ? a.row - b.row : a.file < b.file ? -1 : 1;

const refused = (faults: readonly Fault[]): LoadedHospital => ({
  ok: false,
  faults: [...faults].sort(inReadingOrder),
});

/**
 * Reads a hospital's folder. One fault anywhere and nothing is loaded. Faults of form are told first; how the files
 * fit together, and the further parts, are only checked once each can be read.
 */
export function loadHospital(directory: string): LoadedHospital {
  const folder = parseFolder(directory);
  if (!('hospital' in folder)) return refused(folder);
  const faults = CHECKS.flatMap((check) => check(folder));
  const parts = loadParts({ directory, folder, faults });
  return faults.length > 0 ? refused(faults) : { ok: true, hospital: { ...assemble(folder), parts } };
}
