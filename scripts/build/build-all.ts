import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { BuildFailure, failOn } from './build-failure';
import { cloudbaseConfig } from './cloudbase-config';
import { findDeployables } from './deployables';
import { writeTree, type FileTree } from './file-tree';
import type { FunctionBundle } from './function-bundle';
import { bundleFunctions } from './functions';
import { miniProgramTree } from './mini-program';
import { packageSizes, type PackageSize } from './package-sizes';
import { sourceTimes, writeStamp } from './source-stamp';

export interface BuildOptions {
  /** The checkout: absolute. */
  readonly root: string;
  /** Where dist goes: absolute. */
  readonly outDir: string;
}

export interface BuildReport {
  readonly packages: readonly PackageSize[];
  readonly functions: readonly FunctionBundle[];
}

/** The one build: everything that DevTools, deploy, the local cloud and the preview use. */
export async function buildAll({ root, outDir }: BuildOptions): Promise<BuildReport> {
  const times = sourceTimes(root);
  prepareFolder(outDir);
  const [pages, functions] = await Promise.allSettled([
    buildMiniProgram({ root, outDir }),
    buildFunctions({ root, outDir }),
  ]);
  failOn([...problemsOf(pages), ...problemsOf(functions)]);
  if (pages.status === 'rejected' || functions.status === 'rejected') throw new Error('unreachable');
  writeStamp(outDir, times);
  return { packages: packageSizes(pages.value), functions: functions.value };
}

/** Writes dist/miniprogram and returns what it holds. */
export async function buildMiniProgram({ root, outDir }: BuildOptions): Promise<FileTree> {
  const { files, problems } = await miniProgramTree(root);
  writeTree(path.join(outDir, 'miniprogram'), files);
  failOn(problems);
  return files;
}

/** Writes dist/cloudfunctions and the plans beside it. */
export async function buildFunctions({ root, outDir }: BuildOptions): Promise<readonly FunctionBundle[]> {
  const { deployables, problems: faults } = findDeployables(root);
  const { bundles, failed, problems } = await bundleFunctions(root, deployables);
  const files: FileTree = new Map();
  for (const bundle of bundles)
    for (const [name, contents] of bundle.files) files.set(`${bundle.name}/${name}`, contents);
  // What runs of a function with a faulty edit goes on running.
  writeTree(path.join(outDir, 'cloudfunctions'), files, failed);
  writeJson(path.join(outDir, 'cloudbaserc.json'), cloudbaseConfig(deployables));
  copyFileSync(path.join(root, 'cloudfunctions/_store/indexes.json'), path.join(outDir, 'indexes.json'));
  failOn([...faults, ...problems]);
  return bundles;
}

function problemsOf(result: PromiseSettledResult<unknown>): readonly string[] {
  if (result.status === 'fulfilled') return [];
  const reason: unknown = result.reason;
  return reason instanceof BuildFailure ? reason.problems : [String(reason)];
}

/** The checkout is a module package, what is built are plain scripts: every tool that opens dist must know. */
function prepareFolder(outDir: string): void {
  mkdirSync(outDir, { recursive: true });
  writeJson(path.join(outDir, 'package.json'), { private: true, type: 'commonjs' });
}

const writeJson = (file: string, value: unknown): void =>
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
