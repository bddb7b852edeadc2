import { buildSync } from 'esbuild';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The programs that run beside the host, as plain files that node starts without a compiler. */
export interface Programs {
  functionProcess: string;
  watchdog: string;
  packModules: string;
  /** Where they lie. */
  folder: string;
}

const compile = (source: string): string => {
  const built = buildSync({
    entryPoints: [source],
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    logLevel: 'silent',
  });
  const file = built.outputFiles[0];
  if (file === undefined) throw new Error(`nothing was built from ${source}`);
  return file.text;
};

// The name is the content, so two clouds of one checkout share a file and an old one is never misread.
const store = (folder: string, code: string): string => {
  const path = join(folder, `${createHash('sha256').update(code).digest('hex').slice(0, 16)}.cjs`);
  if (!existsSync(path)) {
    const partial = `${path}.${process.pid}`;
    writeFileSync(partial, code);
    renameSync(partial, path);
  }
  return path;
};

/** Compiles the programs from the sources under `root` into its `node_modules/.cache`. */
export function buildPrograms(root: string): Programs {
  const folder = join(root, 'node_modules', '.cache', 'local-cloud');
  mkdirSync(folder, { recursive: true });
  const sources = join(root, 'local', 'cloud', 'functions', 'child');
  return {
    functionProcess: store(folder, compile(join(sources, 'main.ts'))),
    watchdog: store(folder, compile(join(sources, 'watchdog.ts'))),
    packModules: store(folder, compile(join(sources, 'pack-modules.ts'))),
    folder,
  };
}
