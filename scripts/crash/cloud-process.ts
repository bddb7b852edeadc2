import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { HttpConnection } from '../../bench/instruments/http-connection';
import type { Serving } from './cloud-program';
import type { Sabotage } from './options';
import type { Answer, Send } from './writers';

/** Bundles the cloud's program, so that it starts without a compiler; answers its file. */
export function buildProgram(root: string): string {
  // Below node_modules, where its packages are found; a folder of its own, as two runs may have different sources.
  const cache = path.join(root, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(path.join(cache, 'crash-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const outfile = path.join(folder, 'cloud.mjs');
  buildSync({
    entryPoints: [path.join(root, 'scripts', 'crash', 'cloud-program.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    logLevel: 'silent',
  });
  return outfile;
}

/** A cloud in a process that can be killed. */
export class CloudProcess {
  readonly #ended: Promise<void>;

  private constructor(
    private readonly child: ChildProcess,
    private readonly serving: Serving,
  ) {
    this.#ended = new Promise((resolve) => child.once('exit', () => resolve()));
  }

  /** Resolves when it serves. */
  static start(program: string, folder: string, sabotage: Sabotage | null): Promise<CloudProcess> {
    const child = spawn(process.execPath, [program, folder, sabotage ?? ''], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    return new Promise((resolve, reject) => {
      child.once('message', (serving) => resolve(new CloudProcess(child, serving as Serving)));
      child.once('exit', (code) => reject(new Error(`the cloud did not start (exit code ${code})`)));
    });
  }

  /** A connection of its own, speaking the SDK's protocol. */
  async connect(): Promise<{ send: Send; close: () => void }> {
    const { url, authorization } = this.serving;
    const connection = await HttpConnection.open(url);
    const send: Send = async (action, body) => {
      const text = JSON.stringify({ action, envName: 'crash', ...body });
      return JSON.parse(await connection.post('/admin', authorization, text)) as Answer;
    };
    return { send, close: () => connection.close() };
  }

  /** kill -9; resolves when the process is gone. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.#ended;
  }
}
