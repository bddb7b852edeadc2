import path from 'node:path';
import { seeded } from '../../bench/instruments/random';
import { openDatabase } from '../../local/cloud/database';
import { buildProgram, CloudProcess } from './cloud-process';
import { readContents } from './contents';
import type { Entry } from './history';
import { INDEXES } from './indexes';
import type { CrashOptions } from './options';
import { brokenPromises } from './verify';
import { Writer, type Send } from './writers';

/** What the rounds showed; times in milliseconds. */
export interface KillFindings {
  readonly rounds: number;
  readonly acknowledged: number;
  /** Asked for, and cut off by a kill. */
  readonly open: number;
  readonly problems: readonly string[];
  /** Opening the file anew, with its check. */
  readonly recoveries: readonly number[];
  /** From the start of the process until it serves. */
  readonly starts: readonly number[];
}

/** Rounds on one database: each starts from what the kills before it left. */
const ROUNDS_PER_FOLDER = 10;
const WRITERS = 8;
/** Acknowledged writes after which to kill: at least, and at most so many more. */
const EARLIEST = 20;
const SPAN = 400;

const DATABASE = 'cloud.sqlite';

/** Kills the cloud under load again and again, and looks each time at what is left. */
export async function killRounds(options: CrashOptions, folder: string): Promise<KillFindings> {
  const random = seeded(options.seed);
  const program = buildProgram(process.cwd());
  const findings = {
    ...{ acknowledged: 0, open: 0, problems: [] as string[] },
    ...{ recoveries: [] as number[], starts: [] as number[] },
  };
  let history: Entry[] = [];
  for (let round = 1; round <= options.rounds; round += 1) {
    const isFirst = round % ROUNDS_PER_FOLDER === 1;
    if (isFirst) history = [];
    const home = path.join(folder, `rounds-${Math.ceil(round / ROUNDS_PER_FOLDER)}`);
    const startedAt = performance.now();
    const cloud = await CloudProcess.start(program, home, options.sabotage);
    findings.starts.push(performance.now() - startedAt);
    const before = history.length;
    const killAfter = EARLIEST + Math.floor(random() * SPAN);
    await loadAndKill(cloud, { round, isFirst, killAfter, history, seed: options.seed });
    findings.recoveries.push(await reopen(path.join(home, DATABASE)));
    const { documents, brokenIndexes } = readContents(path.join(home, DATABASE));
    const problems = [...brokenPromises(documents, history), ...brokenIndexes];
    findings.problems.push(...problems.map((problem) => `round ${round}: ${problem}`));
    const asked = history.slice(before);
    const acknowledged = asked.filter(({ acknowledgedAt }) => acknowledgedAt !== null).length;
    findings.acknowledged += acknowledged;
    findings.open += asked.length - acknowledged;
  }
  return { rounds: options.rounds, ...findings };
}

interface Round {
  readonly round: number;
  readonly isFirst: boolean;
  readonly killAfter: number;
  readonly history: Entry[];
  readonly seed: number;
}

const names = (round: number): string[] => Array.from({ length: WRITERS }, (_, at) => `w${round}-${at}`);

async function loadAndKill(cloud: CloudProcess, round: Round): Promise<void> {
  const { history, killAfter, seed } = round;
  const connections = await Promise.all(names(round.round).map(() => cloud.connect()));
  const [first] = connections;
  if (first !== undefined) await prepare(first.send, round);
  let acknowledged = 0;
  let killed: Promise<void> | undefined;
  const work = async (name: string, send: Send): Promise<void> => {
    const writer = new Writer(name, { seed, send, history, logBytes: () => 0 });
    while (killed === undefined) {
      await writer.next();
      acknowledged += 1;
      // The kill goes out while the other writers wait for their answers.
      if (acknowledged >= killAfter) killed ??= cloud.kill();
    }
  };
  const ended = await Promise.allSettled(
    names(round.round).map((name, at) => work(name, connections[at]?.send ?? noConnection)),
  );
  if (killed === undefined) await cloud.kill();
  await killed;
  for (const { close } of connections) close();
  // Before the kill every request must have been served.
  const failure = ended.find(({ status }) => status === 'rejected') as PromiseRejectedResult | undefined;
  if (acknowledged < killAfter && failure !== undefined) throw failure.reason;
}

const noConnection: Send = () => Promise.reject(new Error('no connection'));

/** The ledgers of a round's writers are new; the counter is as old as the database. */
function prepare(send: Send, { round, isFirst }: Round): Promise<void> {
  return Writer.prepare(send, names(round), isFirst);
}

/** Milliseconds until the file is open and checked. */
async function reopen(file: string): Promise<number> {
  const startedAt = performance.now();
  const database = openDatabase({ path: file, indexes: INDEXES, now: () => Date.now() });
  const milliseconds = performance.now() - startedAt;
  await database.close();
  return milliseconds;
}
