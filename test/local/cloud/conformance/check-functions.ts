import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CheckFunction } from './cloud-check';

/** Writes the functions of a check as a folder that the cloud deploys from. */
export function deployCheckFunctions(functions: Readonly<Record<string, CheckFunction>>): {
  directory: string;
  remove(): void;
} {
  const directory = mkdtempSync(join(tmpdir(), 'check-functions-'));
  writeFileSync(join(directory, 'package.json'), '{"private":true,"type":"commonjs"}');
  for (const [name, { code, config }] of Object.entries(functions)) {
    mkdirSync(join(directory, name));
    writeFileSync(join(directory, name, 'index.js'), code);
    if (config !== undefined) writeFileSync(join(directory, name, 'config.json'), JSON.stringify(config));
  }
  return { directory, remove: () => rmSync(directory, { recursive: true, force: true }) };
}
