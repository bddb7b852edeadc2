import { parseArgs } from 'node:util';
import { quotaProfile } from '../../local/cloud/index';

export interface CommandLine {
  readonly port: number;
  /** Folder that keeps everything; null lives in memory. */
  readonly dataDir: string | null;
  readonly reset: boolean;
  readonly hospitalDir: string;
  /** Epoch milliseconds; null goes on from where the clock stood. */
  readonly now: number | null;
  /** A plan of the environment; null serves everything. */
  readonly quota: string | null;
}

export type ParsedCommandLine =
  | { readonly kind: 'run'; readonly options: CommandLine }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly reason: string };

export const USAGE = `npm start -- [options]

  --port N          port on this machine (8910)
  --data DIR        folder that keeps everything, also after a stop (.local)
  --memory          keep nothing
  --reset           empty the data folder first; only one that this program made
  --hospital DIR    the hospital's own data instead of local/hospital
  --now TIME        what time it is there, like 2026-03-10T08:00 (China's time)
  --quota PLAN      no more than a plan serves: operations per second (100), or free, basic-2, professional-1
  --help            this text`;

const OPTIONS = {
  port: { type: 'string', default: '8910' },
  data: { type: 'string' },
  memory: { type: 'boolean', default: false },
  reset: { type: 'boolean', default: false },
  hospital: { type: 'string', default: 'local/hospital' },
  now: { type: 'string' },
  quota: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

/** Reads the words after `npm start --`. */
export function parseCommandLine(words: readonly string[]): ParsedCommandLine {
  try {
    return read(words);
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    // Node adds advice about positional arguments after the first sentence.
    return { kind: 'wrong', reason: reason.split(/\. |\n/)[0] ?? reason };
  }
}

function read(words: readonly string[]): ParsedCommandLine {
  const { values } = parseArgs({ args: [...words], options: OPTIONS, strict: true, allowPositionals: false });
  if (values.help) return { kind: 'help' };
  if (values.memory && values.data !== undefined) throw new Error('--memory keeps nothing: leave --data out');
  const options: CommandLine = {
    port: portOf(values.port),
    dataDir: values.memory ? null : filled('--data', values.data ?? '.local'),
    reset: values.reset,
    hospitalDir: filled('--hospital', values.hospital),
    now: values.now === undefined ? null : instantOf(values.now),
    quota: values.quota === undefined ? null : planOf(values.quota),
  };
  return { kind: 'run', options };
}

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535)
    throw new Error(`--port must be a number up to 65535, not "${text}"`);
  return port;
}

function filled(option: string, text: string): string {
  if (text === '') throw new Error(`${option} needs a folder`);
  return text;
}

function planOf(text: string): string {
  try {
    return quotaProfile(text).name;
  } catch (thrown) {
    throw new Error(`--quota: ${thrown instanceof Error ? thrown.message : String(thrown)}`, {
      cause: thrown,
    });
  }
}

/** China has one zone, eight hours ahead of UTC, and no summer time. */
function instantOf(text: string): number {
  const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text) ? Date.parse(`${text}:00+08:00`) : NaN;
  const back = Number.isNaN(instant) ? '' : new Date(instant + 8 * 3_600_000).toISOString().slice(0, 16);
  if (back !== text) throw new Error(`--now must look like 2026-03-10T08:00, not "${text}"`);
  return instant;
}
