import type { FaultRule } from '../local/cloud/index';
import { loadHospital } from '../scripts/hospital/load';
import { builtFunctions, TINY } from '../test/cloudfunctions/hospital-under-test';
import { withFullSession } from './stop/full-session';
import { readOptions, USAGE, type StopOptions } from './stop/options';
import { report } from './stop/report';
import { stopSimulated } from './stop/simulated';

interface Kind {
  readonly name: string;
  readonly faults: readonly FaultRule[];
}

const DATABASE = ['getDocument', 'modifyDocument', 'insertDocument'];
/** Of all operations on the database so many fail, and of all operations so many are an instance's last. */
const FAILING = 0.02;
const DYING = 0.005;

/** A call of another function, of an open interface and of WeChat Pay take so many times as long as a read. */
const TIMES = { 'functions.invokeFunction': 5, 'wx.openApi': 10, 'wx.wxPayApi': 20 };

const distant = (ms: number): readonly FaultRule[] => [
  ...DATABASE.map((one): FaultRule => ({ name: 'slow', ms, match: { action: `database.${one}` } })),
  ...Object.entries(TIMES).map(([action, times]): FaultRule => ({
    name: 'slow',
    ms: ms * times,
    match: { action },
  })),
];

const FAILURES: readonly FaultRule[] = [
  ...DATABASE.map((one): FaultRule => ({
    name: 'database-fail',
    probability: FAILING,
    match: { action: `database.${one}` },
  })),
  { name: 'crash-after', probability: DYING },
];

const kindsOf = ({ distanceMs }: StopOptions): readonly Kind[] => [
  { name: `a read takes ${distanceMs} ms`, faults: distant(distanceMs) },
  { name: `a read takes ${3 * distanceMs} ms`, faults: distant(3 * distanceMs) },
  { name: `a read takes ${distanceMs} ms or fails`, faults: [...distant(distanceMs), ...FAILURES] },
];

/** `npm run bench:stop`: a full session is stopped; how soon everyone has the money and the word, and whether once. */
async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  const loaded = loadHospital(TINY);
  if (!options || !loaded.ok) {
    console.error(USAGE);
    return 2;
  }
  const { people } = options;
  const folder = withFullSession(people)(loaded.hospital);
  const builtDir = await builtFunctions();
  let wrongs = 0;
  for (const { name, faults } of kindsOf(options)) {
    const found = await stopSimulated({ people, folder, builtDir, faults });
    wrongs += found.outcome.wrongs.length;
    console.log(report({ name, people, ...found }));
  }
  return wrongs === 0 ? 0 : 1;
}

// The channel to the launcher would keep this process alive.
process.exit(await main());
