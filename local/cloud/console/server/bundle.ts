import { build } from 'esbuild';
import { extname, join } from 'node:path';

/** Script and style of the console, by the ending of their names. */
export type ConsoleBundle = ReadonlyMap<string, string>;

/** Bundles the console's own sources below `root`; nothing else is served to a browser. */
export async function bundleConsole(root: string): Promise<ConsoleBundle> {
  const folder = join(root, 'local', 'cloud', 'console', 'browser');
  const { outputFiles } = await build({
    entryPoints: [
      { in: join(folder, 'console.ts'), out: 'console' },
      { in: join(folder, 'style', 'console.css'), out: 'console' },
    ],
    outdir: folder,
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    charset: 'utf8',
    logLevel: 'silent',
  });
  return new Map(outputFiles.map((file) => [extname(file.path), file.text]));
}
