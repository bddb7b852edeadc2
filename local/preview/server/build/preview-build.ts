import { createHash } from 'node:crypto';
import path from 'node:path';
import type { PreviewAsset, PreviewBuild } from '../../shared/preview-build';
import { bundleBrowser, contentTypeOf } from './browser-bundle';
import { MiniProgramBuild, type BuiltMiniProgram } from './mini-program-build';
import { phonePage } from './phone-page';
import { PreviewBuildError } from './problems';

/** Where the mini program and the preview's own browser code are; both absolute. */
export interface PreviewBuildOptions {
  miniprogramDir: string;
  /** Default: `local/preview/browser` below the working directory. */
  browserDir?: string;
}

/**
 * Builds everything below `/preview/`. The first build rejects with a `PreviewBuildError` when the mini
 * program is faulty; after a faulty `rebuild` (which rejects as well) phones show the problems instead.
 */
export const createPreviewBuild = async (options: PreviewBuildOptions): Promise<PreviewBuild> => {
  const { miniprogramDir, browserDir = path.resolve('local/preview/browser') } = options;
  const miniProgram = new MiniProgramBuild(path.resolve(miniprogramDir));
  const [own, first] = await Promise.all([bundleBrowser(browserDir), miniProgram.build()]).catch(
    async (error: unknown) => {
      await miniProgram.close();
      throw error;
    },
  );
  let current = toAssets(first, own);
  return {
    fingerprint: () => current.fingerprint,
    asset: (name) => own.get(name) ?? current.assets.get(name) ?? fileOf(miniProgram, name),
    phonePage: () => phonePage(current.fingerprint),
    rebuild: async () => {
      try {
        current = toAssets(await miniProgram.build(), own);
      } catch (error) {
        if (error instanceof PreviewBuildError) current = toAssets(troubleScript(error.problems), own);
        throw error;
      }
    },
    close: () => miniProgram.close(),
  };
};

const toAssets = (
  { script, map, style }: BuiltMiniProgram,
  own: ReadonlyMap<string, PreviewAsset>,
): { assets: Map<string, PreviewAsset>; fingerprint: string } => ({
  assets: new Map([
    ['app/app.js', { body: script, contentType: contentTypeOf('app.js') }],
    ['app/app.js.map', { body: map, contentType: contentTypeOf('app.js.map') }],
    ['app/app.css', { body: style, contentType: contentTypeOf('app.css') }],
  ]),
  fingerprint: fingerprintOf([script, style, ...[...own.values()].map(({ body }) => body)]),
});

function fingerprintOf(bodies: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const body of bodies) hash.update(body);
  return hash.digest('hex').slice(0, 12);
}

/** A script in place of the mini program that tells the phone what is wrong. */
const troubleScript = (problems: readonly string[]): BuiltMiniProgram => ({
  script: `window.__miniProgramProblems = ${JSON.stringify(problems)};`,
  map: '',
  style: '',
});

/** Pictures and other files of the mini program, below `app/files/`. Sources are not served. */
const fileOf = (miniProgram: MiniProgramBuild, name: string): PreviewAsset | undefined => {
  const prefix = 'app/files/';
  if (!name.startsWith(prefix)) return undefined;
  const file = name.slice(prefix.length);
  if (/\.(js|wxml|wxss|wxs)$/.test(file)) return undefined;
  const body = miniProgram.tree.readBytes(file);
  return body && { body, contentType: contentTypeOf(file) };
};
