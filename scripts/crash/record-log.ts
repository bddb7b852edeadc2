import { copyFileSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { openDatabase } from '../../local/cloud/database';
import type { Entry } from './history';
import { INDEXES } from './indexes';
import type { CrashOptions } from './options';
import { sabotage } from './sabotage';
import { logBytesOf, readLog, type Log } from './wal-file';
import { Writer, type Answer, type Send } from './writers';

/** A database as it was, all that was written to its log since, and what the writers were told meanwhile. */
export interface Recording {
  /** Copy of the file that the log belongs to. */
  readonly base: string;
  readonly log: Log;
  readonly history: readonly Entry[];
}

const WRITERS = ['a', 'b', 'c', 'd', 'e'];

/** Writes until the log has enough frames; nothing of it has reached the file by then. */
export async function recordLog(options: CrashOptions, folder: string): Promise<Recording> {
  const { seed, frames } = options;
  const file = path.join(folder, 'recorded.sqlite');
  const base = path.join(folder, 'base.sqlite');
  const open = () => openDatabase({ path: file, indexes: INDEXES, now: () => Date.now() });
  const sendTo =
    (database: ReturnType<typeof open>): Send =>
    async (action, body) =>
      (await database.handle(action, { ...body })) as Answer;

  const empty = open();
  await Writer.prepare(sendTo(empty), WRITERS, true);
  await empty.close();
  copyFileSync(file, base);

  if (options.sabotage !== null) sabotage(options.sabotage);
  const database = open();
  const history: Entry[] = [];
  const logBytes = (): number => statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  const ground = { seed, send: sendTo(database), history, logBytes };
  const writers = WRITERS.map((name) => new Writer(name, ground));
  while (logBytes() < logBytesOf(frames)) {
    await Promise.all(writers.map((writer) => writer.next()));
    // Whoever is answered before the commit would never let it happen.
    await new Promise(setImmediate);
  }
  // What an early answer left behind is committed by closing; the log is read before, as a crash would find it.
  await new Promise((resolve) => setTimeout(resolve, 100));
  const log = readLog(readFileSync(`${file}-wal`));
  await database.close();
  return { base, log, history };
}
