import { contrastFaults } from './contrast';
import { cutFaults, overlapFaults } from './cut';
import { firstScreenFaults } from './first-screen';
import { lookAround } from './in-sight';
import type { Question } from './limits';
import { nameFaults, signFaults } from './names';
import { structure, structureFaults } from './structure';
import { targetFaults } from './target';
import { familyFaults, lineFaults, paragraphFaults, sizeFaults, styledWordFaults } from './type';

/** Measures what is in sight and names every node that breaks a limit. Runs in the browser. */
function faults({ limits, main }: Question): string[] {
  const first = firstScreenFaults(lookAround(), main);
  const seen = lookAround();
  const all = [
    ...first,
    ...sizeFaults(seen, limits),
    ...styledWordFaults(seen),
    ...familyFaults(seen),
    ...lineFaults(seen, limits),
    ...paragraphFaults(seen),
    ...contrastFaults(seen, limits),
    ...targetFaults(seen, limits),
    ...cutFaults(seen),
    ...overlapFaults(seen),
    ...nameFaults(seen),
    ...signFaults(seen),
    ...structureFaults(limits),
  ];
  return [...new Set(all)];
}

Object.assign(window, { layoutProbe: { faults, structure } });
