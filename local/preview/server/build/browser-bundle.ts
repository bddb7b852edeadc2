import { existsSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import type { PreviewAsset } from '../../shared/preview-build';

/** Name of the output and its entry below the browser folder. */
const entries = [
  { out: 'phone', in: 'shell/phone.ts' },
  { out: 'phone', in: 'shell/phone.css' },
  { out: 'base', in: 'base-style/index.css' },
  { out: 'panel', in: 'panel/panel.ts' },
  { out: 'panel', in: 'panel/panel.css' },
];

/** Bundles the preview's own pages: `phone.js`, `phone.css`, `base.css`, `panel.js`, `panel.css`. */
export const bundleBrowser = async (browserDir: string): Promise<Map<string, PreviewAsset>> => {
  const { outputFiles } = await build({
    entryPoints: entries
      .map(({ out, in: entry }) => ({ out, in: path.join(browserDir, entry) }))
      .filter((entry) => existsSync(entry.in)),
    outdir: browserDir,
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    charset: 'utf8',
    sourcemap: 'linked',
    minifySyntax: true,
    logLevel: 'silent',
    loader: { '.svg': 'dataurl', '.png': 'dataurl', '.woff2': 'dataurl' },
    // The component framework leaves its slow checks out in production.
    define: { process: '{"env":{"NODE_ENV":"production"}}' },
  });
  return new Map(
    outputFiles.map((file) => {
      const name = path.basename(file.path);
      return [name, { body: file.text, contentType: contentTypeOf(name) }];
    }),
  );
};

const contentTypes: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
};

/** Content type by file name; unknown endings are plain bytes. */
export const contentTypeOf = (name: string): string =>
  contentTypes[path.extname(name).toLowerCase()] ?? 'application/octet-stream';
