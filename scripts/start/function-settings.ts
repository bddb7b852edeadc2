import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { CloudOptions, FunctionSettings, Secret } from '../../local/cloud/index';
import { KEY_NAMES, type CloudbaseConfig } from '../build/cloudbase-config';

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

/** Invented: the local payment provider knows every merchant. */
const LOCAL_MERCHANT = '1900000001';

/** What a hospital would set once in its environment; here the keys belong to the data folder. */
export const functionKeys = (secret: Secret): Record<string, string> => ({
  ...Object.fromEntries(KEY_NAMES.map((name) => [name, Buffer.from(secret(name), 'hex').toString('base64')])),
  YILUTONG_SUB_MCH_ID: LOCAL_MERCHANT,
});
