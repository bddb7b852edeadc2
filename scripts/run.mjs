// Starts a TypeScript script of this folder on any supported Node. Plain JavaScript on purpose: an old Node
// must be able to read it and say what is wrong in one line.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { endWith } from './launcher.mjs';

const REQUIRED = [20, 19];
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < REQUIRED[0] || (major === REQUIRED[0] && minor < REQUIRED[1])) {
  console.error(`Node ${process.versions.node} is too old: install Node 20.19 or newer, then try again.`);
  process.exit(1);
}
if (!existsSync(new URL('../node_modules/tsx', import.meta.url))) {
  console.error('Packages are missing: run "npm ci" first.');
  process.exit(1);
}
const [script, ...args] = process.argv.slice(2);
const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], {
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  // Where tsx learns that @core is a folder of ours.
  env: {
    ...process.env,
    TSX_TSCONFIG_PATH: fileURLToPath(new URL('../tsconfig.node.json', import.meta.url)),
  },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal));
child.on('exit', (code, signal) => process.exit(code === null ? (signal ? 1 : 0) : code));
endWith(() => child.kill('SIGTERM'));
