import { execFileSync } from 'node:child_process';
import path from 'node:path';

/** Loads a module in a new process and prints the milliseconds that took, on the clock and of the processor. */
const PROGRAM = `
const load = require('node:module').createRequire(process.argv[1]);
const startedAt = performance.now();
const before = process.cpuUsage();
load(process.argv[1]);
const { user, system } = process.cpuUsage(before);
console.log([performance.now() - startedAt, (user + system) / 1000].join(' '));`;

/** Milliseconds. */
export interface LoadCost {
  readonly wall: number;
  /** Does not see what else the machine does meanwhile. */
  readonly cpu: number;
}

/** What it takes to load a module with all that it needs, in a process of its own. */
export function loadCost(module: string): LoadCost {
  const root = process.cwd();
  const text = execFileSync(process.execPath, ['-e', PROGRAM, module], {
    encoding: 'utf8',
    env: { ...process.env, NODE_PATH: path.join(root, 'node_modules'), NODE_OPTIONS: '' },
  });
  const [wall = Number.NaN, cpu = Number.NaN] = text.split(' ').map(Number);
  return { wall, cpu };
}

export const loadMilliseconds = (module: string): number => loadCost(module).wall;

/** The SDK alone, as every function needs it. */
export const sdkModule = (): string => path.join(process.cwd(), 'node_modules', 'wx-server-sdk', 'index.js');
