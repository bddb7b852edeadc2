import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { CloudOptions, FunctionSettings, Secret } from '../../local/cloud/index';
import { ENVIRONMENT_NAMES, type CloudbaseConfig } from '../build/cloudbase-config';

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

/** Time and memory of each function, from the same plan that a deployment uses. */
export function functionSettings(outDir: string): FunctionSettings {
  const { functions } = readJson(path.join(outDir, 'cloudbaserc.json')) as CloudbaseConfig;
  return {
    functions: Object.fromEntries(
      functions.map(({ name, timeout, memorySize }) => [
        name,
        { timeoutMs: timeout * 1000, memoryMegabytes: memorySize },
      ]),
    ),
  };
}

export const indexPlan = (outDir: string): CloudOptions['indexes'] =>
  readJson(path.join(outDir, 'indexes.json')) as CloudOptions['indexes'];

/** The keys that a hospital would generate once for its environment; here they belong to the data folder. */
export const functionKeys = (secret: Secret): Record<string, string> =>
  Object.fromEntries(
    ENVIRONMENT_NAMES.map((name) => [name, Buffer.from(secret(name), 'hex').toString('base64')]),
  );
