import type { HospitalPlan } from '../core/domain/guide/plan';
import { formatFault } from './hospital/fault';
import { loadHospital } from './hospital/load';
import { namedPlaces } from './hospital/plan/named-places';
import { survey } from './hospital/plan/survey';

/** `npm run plan:check DIR`: broken links, rooms that cannot be reached (also without steps), names without a place. */
function main(directory: string | undefined): number {
  if (directory === undefined) {
    console.error('Usage: npm run plan:check DIR');
    return 2;
  }
  const loaded = loadHospital(directory);
  if (!loaded.ok) {
    for (const fault of loaded.faults) console.error(formatFault(fault));
    return 1;
  }
  const plan = loaded.hospital.parts['plan']?.content as HospitalPlan | null | undefined;
  if (plan == null) {
    console.error(`${directory} has no folder plan: the hospital does without finding the way.`);
    return 1;
  }
  const found = survey(plan, namedPlaces(loaded.hospital));
  const lines = [
    ...found.unreachable.map(({ placeId, name }) => `${placeId} (${name}) — no way leads there from a gate`),
    ...found.byStepsOnly.map(({ placeId, name }) => `${placeId} (${name}) — only by steps or stairs`),
    ...found.withoutPlace.map(
      ({ where, name }) => `${where} — "${name}" is no place of the plan, or several`,
    ),
  ];
  for (const line of lines) console.error(line);
  console.log(
    `${plan.floors.length} floors, ${plan.places.length} places, ${plan.links.length} links: ` +
      (lines.length === 0
        ? 'every place is reached, also without steps; every name has its place.'
        : `${lines.length} findings.`),
  );
  return lines.length === 0 ? 0 : 1;
}

process.exitCode = main(process.argv[2]);
