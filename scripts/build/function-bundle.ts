import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { packagesOf } from './bundled-packages';
import type { Deployable } from './deployables';
import { bytesOf, type FileTree } from './file-tree';
import { thirdPartyNotices } from './notices';

export interface FunctionBundle {
  readonly name: string;
  /** Below dist/cloudfunctions/<name>. */
  readonly files: FileTree;
}

/** The SDK stays outside: the platform installs it, and the local cloud runs it unmodified. */
const SDK = 'wx-server-sdk';

/** One cloud function as it is uploaded. */
export async function bundleFunction(root: string, deployable: Deployable): Promise<FunctionBundle> {
  const bundled = await build({
    absWorkingDir: root,
    entryPoints: [deployable.entry],
    outfile: 'index.js',
    write: false,
    metafile: true,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node18',
    charset: 'utf8',
    keepNames: true,
    external: [SDK],
    loader: { '.tsv': 'text' },
    tsconfig: path.join(root, 'tsconfig.base.json'),
    logLevel: 'silent',
  });
  const code = bundled.outputFiles[0]?.contents ?? new Uint8Array();
  const files: FileTree = new Map([
    ['index.js', code],
    ['package.json', json(manifest(root, deployable))],
    ['config.json', json(platformConfig(deployable))],
    ['THIRD-PARTY-NOTICES.txt', bytesOf(thirdPartyNotices(root, packagesOf(bundled.metafile)))],
  ]);
  return { name: deployable.name, files };
}

const json = (value: unknown): Uint8Array => bytesOf(`${JSON.stringify(value, null, 2)}\n`);

function manifest(root: string, { name }: Deployable): object {
  const { version } = JSON.parse(
    readFileSync(path.join(root, 'node_modules', SDK, 'package.json'), 'utf8'),
  ) as { version: string };
  return { name, version: '1.0.0', private: true, main: 'index.js', dependencies: { [SDK]: version } };
}

function platformConfig({ name, openapi, cron }: Deployable): object {
  return {
    permissions: { openapi },
    ...(cron === null ? {} : { triggers: [{ name, type: 'timer', config: cron }] }),
  };
}
