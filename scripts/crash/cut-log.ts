import { copyFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { seeded, type Random } from '../../bench/instruments/random';
import { openDatabase } from '../../local/cloud/database';
import { fileCollector } from './collect-files';
import { readContents } from './contents';
import { INDEXES } from './indexes';
import type { Recording } from './record-log';
import { brokenPromises } from './verify';

/** What the damaged copies showed; times in milliseconds. */
export interface CutFindings {
  readonly frames: number;
  readonly commits: number;
  readonly cuts: number;
  readonly flips: number;
  readonly problems: readonly string[];
  readonly recoveries: readonly number[];
}

const CUTS_PER_FRAME = 8;
/** Copies that may be open before their files are collected. */
const COPIES_OPEN = 100;

/** A log that lost its end, or was changed from some place on. */
interface Damage {
  readonly what: string;
  readonly log: Buffer;
  /** Up to here the log is as it was. */
  readonly soundBytes: number;
}

/** At each frame's beginning, at the very end, and at seeded places within each frame. */
function* cuts({ log }: Recording, random: Random): Generator<Damage> {
  const ends = [0, ...log.frames];
  for (const [at, from] of ends.entries()) {
    const to = ends[at + 1] ?? from;
    const within = at === 0 ? 0 : CUTS_PER_FRAME;
    const places =
      to === from ? [] : Array.from({ length: within }, () => 1 + Math.floor(random() * (to - from - 1)));
    for (const place of [0, ...places]) {
      const soundBytes = from + place;
      yield { what: `cut at byte ${soundBytes}`, log: log.bytes.subarray(0, soundBytes), soundBytes };
    }
  }
}

/** One flipped bit in each frame: its checksum, and that of all after it, no longer fits. */
function* flips({ log }: Recording, random: Random): Generator<Damage> {
  for (const [at, from] of log.frames.slice(0, -1).entries()) {
    const to = log.frames[at + 1] ?? from;
    const place = from + Math.floor(random() * (to - from));
    const changed = Buffer.from(log.bytes);
    changed.writeUInt8(changed.readUInt8(place) ^ (1 << Math.floor(random() * 8)), place);
    yield { what: `bit flipped in byte ${place}`, log: changed, soundBytes: from };
  }
}

/**
 * Opens a copy for each damage: it must open, hold exactly what the last whole commit before the damage left, and
 * keep every promise that had been made by then.
 */
export async function cutLog(recording: Recording, seed: number, folder: string): Promise<CutFindings> {
  const random = seeded(seed);
  const examiner = new Examiner(recording, folder);
  let [cutCount, flipCount] = [0, 0];
  for (const damage of cuts(recording, random)) {
    await examiner.examine(damage);
    cutCount += 1;
  }
  for (const damage of flips(recording, random)) {
    await examiner.examine(damage);
    flipCount += 1;
  }
  const { log } = recording;
  const counts = { frames: log.frames.length - 1, commits: log.commits.length };
  return {
    ...{ ...counts, cuts: cutCount, flips: flipCount },
    ...{ problems: examiner.problems, recoveries: examiner.recoveries },
  };
}

class Examiner {
  readonly problems: string[] = [];
  readonly recoveries: number[] = [];
  readonly #collect = fileCollector();
  /** Digest of the contents by the commit that they end with. */
  readonly #digests = new Map<number, string>();

  constructor(
    private readonly recording: Recording,
    private readonly folder: string,
  ) {}

  async examine({ what, log, soundBytes }: Damage): Promise<void> {
    if (this.recoveries.length % COPIES_OPEN === 0) await this.#collect();
    const file = path.join(this.folder, 'copy.sqlite');
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
    copyFileSync(this.recording.base, file);
    writeFileSync(`${file}-wal`, log);
    try {
      await this.#reopen(file);
    } catch (thrown) {
      this.problems.push(`${what}: ${String(thrown)}`);
      return;
    }
    const { documents, brokenIndexes, digest } = readContents(file);
    const history = this.recording.history.map((entry) => ({
      ...entry,
      acknowledgedAt: (entry.acknowledgedAt ?? Infinity) <= soundBytes ? entry.acknowledgedAt : null,
    }));
    const found = [...brokenPromises(documents, history), ...brokenIndexes];
    const commit = Math.max(0, ...this.recording.log.commits.filter((end) => end <= soundBytes));
    const known = this.#digests.get(commit);
    this.#digests.set(commit, known ?? digest);
    if (known !== undefined && known !== digest) found.push('not what its last whole commit left');
    if (known === undefined && [...this.#digests.values()].filter((one) => one === digest).length > 1)
      found.push('nothing of its last whole commit is there');
    this.problems.push(...found.map((problem) => `${what}: ${problem}`));
  }

  async #reopen(file: string): Promise<void> {
    const startedAt = performance.now();
    const database = openDatabase({ path: file, indexes: INDEXES, now: () => Date.now() });
    this.recoveries.push(performance.now() - startedAt);
    await database.close();
  }
}
