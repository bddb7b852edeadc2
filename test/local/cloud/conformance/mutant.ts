import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import { build } from 'esbuild';
import type { CloudSubject } from './cloud-stand';
import type { Mutation } from './mutation';
import type { Subject } from './test-stand';

const DATABASE_ENTRY = `
  export { openDatabase } from './database/index';
  export { toSuccess, toFailure } from './protocol/envelope';
`;
const CLOUD_ENTRY = `export { startCloud } from './start-cloud';`;

/** The programs of function processes are compiled from their sources when a cloud starts. */
const CHILD_SOURCES = 'functions/child/';

/** The source of a file with the mutation done; the text to find must be there exactly once. */
function mutated(root: string, { file, find, replace }: Mutation): string {
  const source = readFileSync(join(root, file), 'utf8');
  const [before, after, ...more] = source.split(find);
  if (before === undefined || after === undefined || more.length > 0) {
    throw new Error(`${file}: the text to mutate is not there exactly once: ${find}`);
  }
  return before + replace + after;
}

/** Bundles a part of local/cloud with one mutation, in memory; the files on disk stay as they are. */
async function load(projectRoot: string, entry: string, mutation: Mutation): Promise<unknown> {
  const root = join(projectRoot, 'local/cloud');
  const contents = mutated(root, mutation);
  const target = join(root, mutation.file);
  const result = await build({
    stdin: { contents: entry, resolveDir: root, loader: 'ts' },
    ...{
      bundle: true,
      write: false,
      platform: 'node',
      format: 'cjs',
      packages: 'external',
      logLevel: 'silent',
    },
    plugins: [
      {
        name: 'mutation',
        setup(plugins) {
          plugins.onLoad({ filter: /\.ts$/ }, ({ path }) =>
            path === target ? { contents, loader: 'ts' } : undefined,
          );
        },
      },
    ],
  });
  const module = { exports: {} };
  const run = compileFunction(result.outputFiles[0]?.text ?? '', ['require', 'module', 'exports']) as (
    ...parameters: unknown[]
  ) => void;
  run(createRequire(join(projectRoot, 'package.json')), module, module.exports);
  return module.exports;
}

/** The database with one mutation. */
export async function buildMutant(projectRoot: string, mutation: Mutation): Promise<Subject> {
  return (await load(projectRoot, DATABASE_ENTRY, mutation)) as Subject;
}

/** A copy of the checkout's local cloud with the mutation in it, beside the same packages. */
function copyWith(projectRoot: string, mutation: Mutation): string {
  const root = mkdtempSync(join(tmpdir(), 'mutant-'));
  const sources = join(root, 'local/cloud');
  cpSync(join(projectRoot, 'local/cloud'), sources, { recursive: true });
  writeFileSync(join(sources, mutation.file), mutated(sources, mutation));
  symlinkSync(join(projectRoot, 'node_modules'), join(root, 'node_modules'));
  return root;
}

/** The whole cloud with one mutation, in its own process or in those of its functions. */
export async function buildCloudMutant(
  projectRoot: string,
  mutation: Mutation,
): Promise<CloudSubject & { remove(): void }> {
  const { startCloud } = (await load(projectRoot, CLOUD_ENTRY, mutation)) as CloudSubject;
  if (!mutation.file.startsWith(CHILD_SOURCES))
    return { startCloud, root: projectRoot, remove: () => undefined };
  const root = copyWith(projectRoot, mutation);
  return { startCloud, root, remove: () => rmSync(root, { recursive: true, force: true }) };
}
