import { build } from 'esbuild';
import path from 'node:path';
import { packagesOf } from './bundled-packages';
import type { FileTree } from './file-tree';
import { npmOutputOf, toPosix } from './script-paths';

export interface ClientPackages {
  readonly files: FileTree;
  /** Names of the packages whose code is inside. */
  readonly packages: ReadonlySet<string>;
}

/** Bundles each npm import of the client into a plain file of miniprogram_npm. */
export async function bundleClientPackages(
  root: string,
  specifiers: Iterable<string>,
): Promise<ClientPackages> {
  const entryPoints = [...specifiers].map((specifier) => ({
    in: specifier,
    out: npmOutputOf(specifier).slice(0, -3),
  }));
  if (entryPoints.length === 0) return { files: new Map(), packages: new Set() };
  const out = path.join(root, 'out');
  const bundled = await build({
    absWorkingDir: root,
    entryPoints,
    outdir: out,
    write: false,
    metafile: true,
    bundle: true,
    minify: true,
    format: 'cjs',
    platform: 'browser',
    target: 'es2018',
    charset: 'utf8',
    legalComments: 'inline',
    logLevel: 'silent',
  });
  const files: FileTree = new Map(
    bundled.outputFiles.map((file) => [toPosix(path.relative(out, file.path)), file.contents]),
  );
  return { files, packages: packagesOf(bundled.metafile) };
}
