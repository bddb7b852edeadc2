import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';

const settings = v.strictObject({
  timeoutSeconds: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60)), 10),
  memoryMb: v.optional(v.picklist([128, 256, 512, 1024, 2048]), 256),
  /** Names of WeChat's server functions that this one may call. */
  openapi: v.optional(v.array(v.string()), []),
  /** Seven fields, second first, in China's time zone. */
  cron: v.optional(v.pipe(v.string(), v.regex(/^\S+( \S+){6}$/, 'must have seven fields'))),
});

export interface Deployable {
  /** Name of the cloud function. */
  readonly name: string;
  /** Entry file below the root. */
  readonly entry: string;
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
  readonly openapi: readonly string[];
  readonly cron: string | null;
}

export interface Deployables {
  readonly deployables: readonly Deployable[];
  readonly problems: readonly string[];
}

/** Every cloud function: the routers, timers and entries of each context, with the settings beside them. */
export function findDeployables(root: string): Deployables {
  const folder = path.join(root, 'cloudfunctions');
  if (!existsSync(folder)) return { deployables: [], problems: [] };
  const contexts = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
    .map((entry) => deployablesOf(root, entry.name));
  return {
    deployables: contexts.flatMap(({ deployables }) => deployables),
    problems: contexts.flatMap(({ problems }) => problems),
  };
}

function deployablesOf(root: string, context: string): Deployables {
  const folder = path.join(root, 'cloudfunctions', context);
  const parts = readdirSync(folder)
    .filter((file) => file === 'index.ts' || /\.(timer|entry)\.ts$/.test(file))
    .map((file) => file.slice(0, -3));
  const file = `cloudfunctions/${context}/function.json`;
  if (!existsSync(path.join(root, file))) return { deployables: [], problems: [`${file} is missing`] };
  const all = JSON.parse(readFileSync(path.join(root, file), 'utf8')) as Record<string, unknown>;
  const problems = [
    ...parts.filter((part) => !(part in all)).map((part) => `${file} says nothing about ${part}.ts`),
    ...Object.keys(all)
      .filter((part) => !parts.includes(part))
      .map((part) => `${file} names ${part}, but ${part}.ts does not exist`),
  ];
  const described = parts.filter((part) => part in all);
  const deployables = described.flatMap((part) => {
    const read = readSettings(part, all[part]);
    if (!read.ok) problems.push(...read.problems.map((problem) => `${file}, ${part}: ${problem}`));
    return read.ok ? [deployable(context, part, read.value)] : [];
  });
  return { deployables, problems };
}

type Settings = v.InferOutput<typeof settings>;
type Read = { ok: true; value: Settings } | { ok: false; problems: string[] };

function readSettings(part: string, value: unknown): Read {
  const parsed = v.safeParse(settings, value);
  if (!parsed.success)
    return {
      ok: false,
      problems: parsed.issues.map((issue) => `${v.getDotPath(issue) ?? ''} ${issue.message}`),
    };
  if (part.endsWith('.timer') !== (parsed.output.cron !== undefined))
    return { ok: false, problems: ['exactly the timers have a cron'] };
  return { ok: true, value: parsed.output };
}

function deployable(context: string, part: string, settings: Settings): Deployable {
  const { cron, ...rest } = settings;
  return {
    name: part === 'index' ? context : `${context}-${part.replace(/\.(timer|entry)$/, '')}`,
    entry: `cloudfunctions/${context}/${part}.ts`,
    ...rest,
    cron: cron ?? null,
  };
}
