import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { CloudbaseConfig } from '../build/cloudbase-config';
import type { FunctionBundle } from '../build/function-bundle';
import { kilobytes } from '../build/package-sizes';
import { textOf } from '../build/file-tree';
import { archiveSize } from './archive-size';

interface PlatformConfig {
  readonly permissions: { readonly openapi: readonly string[] };
  readonly triggers?: readonly { readonly name: string; readonly config: string }[];
}

/** Each function: size of its archive, time, memory, what it may call at WeChat, when it runs by itself. */
export function functionPlan(outDir: string, bundles: readonly FunctionBundle[]): string[] {
  const { functions } = JSON.parse(
    readFileSync(path.join(outDir, 'cloudbaserc.json'), 'utf8'),
  ) as CloudbaseConfig;
  return functions.map(({ name, timeout, memorySize, runtime }) => {
    const files = bundles.find((bundle) => bundle.name === name)?.files;
    const config = files?.get('config.json');
    if (!files || !config) throw new Error(`${name} is planned but was not built`);
    const { permissions, triggers = [] } = JSON.parse(textOf(config)) as PlatformConfig;
    return [
      `${name}  ${kilobytes(archiveSize(files))} zipped, ${timeout} s, ${memorySize} MB, ${runtime}`,
      ...permissions.openapi.map((api) => `may call ${api}`),
      ...triggers.map((trigger) => `runs at ${trigger.config}`),
    ].join(', ');
  });
}
