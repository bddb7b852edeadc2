import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

export interface CommandResult {
  /** Exit code; 1 when a signal ended it. */
  readonly code: number;
  readonly stdout: string;
  /** Both outputs in the order they came. */
  readonly output: string;
}

/** Runs an installed tool by the file its package names, so that no shell and no npx is in between. */
export function runTool(root: string, tool: Tool, args: readonly string[]): Promise<CommandResult> {
  const child = spawn(process.execPath, [toolFile(root, tool), ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stdout: Buffer[] = [];
  const both: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => {
    stdout.push(chunk);
    both.push(chunk);
  });
  child.stderr.on('data', (chunk: Buffer) => both.push(chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) =>
      resolve({
        code: code ?? 1,
        stdout: Buffer.concat(stdout).toString('utf8'),
        output: Buffer.concat(both).toString('utf8'),
      }),
    );
  });
}

export interface Tool {
  readonly package: string;
  readonly command: string;
}

function toolFile(root: string, tool: Tool): string {
  const folder = path.join(root, 'node_modules', tool.package);
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>;
  };
  const file = typeof bin === 'string' ? bin : bin[tool.command];
  if (file === undefined) throw new Error(`${tool.package} has no command ${tool.command}`);
  return path.join(folder, file);
}
