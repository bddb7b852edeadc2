import { execFileSync } from 'node:child_process';
import path from 'node:path';

/** Loads a module in a new process and prints the milliseconds that took. */
const PROGRAM = `
const load = require('node:module').createRequire(process.argv[1]);
const startedAt = performance.now();
load(process.argv[1]);
console.log(performance.now() - startedAt);`;

/** Milliseconds to load a module with all that it needs, in a process of its own. */
export function loadMilliseconds(module: string): number {
  const root = process.cwd();
  const text = execFileSync(process.execPath, ['-e', PROGRAM, module], {
    encoding: 'utf8',
    env: { ...process.env, NODE_PATH: path.join(root, 'node_modules'), NODE_OPTIONS: '' },
  });
  return Number(text);
}

/** The SDK alone, as every function needs it. */
export const sdkModule = (): string => path.join(process.cwd(), 'node_modules', 'wx-server-sdk', 'index.js');
