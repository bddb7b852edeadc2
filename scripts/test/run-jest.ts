import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Phase } from './phases';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

interface JestReport {
  readonly success: boolean;
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numRuntimeErrorTestSuites: number;
}

/** Runs jest with its own report on the screen and reads its counts; a suite that cannot run counts as failed. */
export async function runJest(phase: Phase, words: readonly string[]): Promise<Counts> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'counts-'));
  const file = path.join(folder, 'report.json');
  try {
    // With words of the caller a phase may have nothing to do; without them that is a fault.
    const allowNone = words.length > 0 ? ['--passWithNoTests'] : [];
    const report = ['--json', `--outputFile=${file}`];
    const code = await start([...phase.arguments, ...report, ...allowNone, ...words], phase);
    return countsOf(readReport(file), code);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function start(args: readonly string[], { environment }: Phase): Promise<number> {
  const child = spawn(process.execPath, ['node_modules/jest/bin/jest.js', ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...environment },
  });
  const end = (): boolean => child.kill('SIGTERM');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, end);
      resolve(code ?? 1);
    });
  });
}

function readReport(file: string): JestReport | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as JestReport;
  } catch {
    return null;
  }
}

function countsOf(report: JestReport | null, code: number): Counts {
  if (report === null) return { passed: 0, failed: 1, skipped: 0 };
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: report.numPendingTests,
  };
}
