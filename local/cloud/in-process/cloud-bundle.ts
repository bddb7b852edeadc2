import { buildSync } from 'esbuild';
import { join } from 'node:path';
import type { startCloud } from '../start-cloud';
import { compile, type Factory } from './modules/compiled';

/** What the bundle exports. */
export interface CloudModule {
  startCloud: typeof startCloud;
}

/** The cloud of one checkout, compiled. */
export interface CloudBundle {
  factory: Factory;
  /** Where the bundle lies as far as it can tell: its packages are found from here. */
  path: string;
}

const bundles = new Map<string, CloudBundle>();

/**
 * The cloud's own sources in one module, so that a program can hold a cloud whose clock, timers and
 * randomness are the program's. Built once for each checkout and process.
 */
export function cloudBundle(root: string): CloudBundle {
  const known = bundles.get(root);
  if (known !== undefined) return known;
  const built = buildSync({
    entryPoints: [join(root, 'local', 'cloud', 'start-cloud.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    packages: 'external',
    logLevel: 'silent',
  });
  const path = join(root, 'local', 'cloud', 'start-cloud.cjs');
  const bundle = { path, factory: compile(built.outputFiles[0]?.text ?? '', path) };
  bundles.set(root, bundle);
  return bundle;
}
