import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** WeChat's compiler and uploader have a folder of their own: they are many and large. */
const FOLDER = 'deploy';

export const areInstalled = (root: string): boolean =>
  existsSync(path.join(root, FOLDER, 'node_modules/miniprogram-ci/package.json'));

/** Installs exactly what deploy/package-lock.json names. */
export async function installDeployTools(root: string): Promise<void> {
  const { code, output } = await run('npm', ['ci', '--prefix', FOLDER, '--no-audit', '--no-fund'], root);
  if (code !== 0) throw new Error(`npm ci --prefix ${FOLDER} failed:\n${output.trim()}`);
}

/** Runs one of the folder's scripts in a fresh process; what it prints is returned. */
export const runDeployScript = (
  root: string,
  script: string,
  args: readonly string[],
): Promise<{ code: number; output: string }> =>
  run(process.execPath, [path.join(FOLDER, script), ...args], root);

function run(
  command: string,
  args: readonly string[],
  cwd: string,
): Promise<{ code: number; output: string }> {
  const child = spawn(command, args, {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32' && command === 'npm',
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) =>
      resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString('utf8') }),
    );
  });
}
