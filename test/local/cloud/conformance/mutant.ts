import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import { build } from 'esbuild';
import type { Mutation } from './mutation';
import type { Subject } from './test-stand';

const ENTRY = `
  export { openDatabase } from './database/index';
  export { toSuccess, toFailure } from './protocol/envelope';
`;

/** The source of a file with the mutation done; the text to find must be there exactly once. */
function mutated(root: string, { file, find, replace }: Mutation): string {
  const source = readFileSync(join(root, file), 'utf8');
  const [before, after, ...more] = source.split(find);
  if (before === undefined || after === undefined || more.length > 0) {
    throw new Error(`${file}: the text to mutate is not there exactly once: ${find}`);
  }
  return before + replace + after;
}

/** Bundles local/cloud/database with one mutation, in memory; the files on disk stay as they are. */
export async function buildMutant(projectRoot: string, mutation: Mutation): Promise<Subject> {
  const root = join(projectRoot, 'local/cloud');
  const contents = mutated(root, mutation);
  const target = join(root, mutation.file);
  const result = await build({
    stdin: { contents: ENTRY, resolveDir: root, loader: 'ts' },
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
  return module.exports as Subject;
}
