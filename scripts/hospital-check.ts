import { formatFault } from './hospital/fault';
import { loadHospital } from './hospital/load';

/** `npm run hospital:check -- DIR`: every fault of a hospital's folder, or its counts. */
function main(directory: string | undefined): number {
  if (directory === undefined) {
    console.error('Usage: npm run hospital:check -- DIR');
    return 2;
  }
  const loaded = loadHospital(directory);
  if (!loaded.ok) {
    for (const fault of loaded.faults) console.error(formatFault(fault));
    console.error(
      `${loaded.faults.length} fault${loaded.faults.length === 1 ? '' : 's'} in ${directory}; nothing was loaded.`,
    );
    return 1;
  }
  const { hospital, parts, ...rest } = loaded.hospital;
  const counts = Object.entries(rest).flatMap(([name, rows]: [string, unknown]) =>
    Array.isArray(rows) ? [`${rows.length} ${name}`] : [],
  );
  const held = Object.entries(parts).flatMap(([name, { content }]) => (content === null ? [] : [name]));
  if (held.length > 0) counts.push(`with ${held.join(', ')}`);
  console.log(`${hospital.name}: ${counts.join(', ')}. No faults. Content ${rest.contentHash.slice(0, 12)}.`);
  return 0;
}

process.exitCode = main(process.argv[2]);
