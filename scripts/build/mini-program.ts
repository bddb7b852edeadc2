import { readFileSync } from 'node:fs';
import path from 'node:path';
import { bundleClientPackages } from './client-packages';
import { emitClientScripts } from './client-scripts';
import { componentJson } from './component-json';
import { procedureTable } from './contract-table';
import { bytesOf, filesBelow, type FileTree } from './file-tree';
import { missingParts } from './mini-program-pages';
import { thirdPartyNotices } from './notices';
import { printedHospital } from './printed-hospital';
import { remoteUrls } from './remote-urls';
import { VANT } from './script-paths';
import { vantTree } from './vant';

const COPIED = new Set(['.wxml', '.wxss', '.wxs', '.png', '.jpg', '.jpeg', '.gif', '.svg', '.webp']);

export interface MiniProgramTree {
  /** Below dist/miniprogram. */
  readonly files: FileTree;
  readonly problems: readonly string[];
}

/** What dist/miniprogram holds for the sources below `root`. */
export async function miniProgramTree(root: string): Promise<MiniProgramTree> {
  const sources = filesBelow(path.join(root, 'miniprogram'));
  const scripts = await emitClientScripts({
    root,
    sources: sources
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
      .map((file) => `miniprogram/${file}`),
    define: {
      PROCEDURE_TABLE: JSON.stringify(await procedureTable(root)),
      PRINTED_HOSPITAL: JSON.stringify(printedHospital(root)),
    },
  });
  const resources = resourceFiles(root, sources);
  const npm = [...scripts.npm];
  const bundled = await bundleClientPackages(
    root,
    npm.filter((specifier) => !specifier.startsWith(`${VANT}/`)),
  );
  const vant = vantTree(root, {
    components: resources.vant,
    scripts: npm
      .filter((specifier) => specifier.startsWith(`${VANT}/`))
      .map((specifier) => `${specifier.slice(VANT.length + 1).replace(/\.js$/, '')}.js`),
  });
  const files: FileTree = new Map([...scripts.files, ...resources.files, ...bundled.files, ...vant.files]);
  const problems = [
    ...scripts.problems,
    ...vant.problems,
    ...missingParts(files),
    ...(await remoteUrls(files)),
  ];
  const packages = [...bundled.packages, ...(vant.files.size > 0 ? [VANT, '@vant/icons'] : [])];
  files.set('THIRD-PARTY-NOTICES.txt', bytesOf(thirdPartyNotices(root, packages)));
  return { files, problems };
}

function resourceFiles(
  root: string,
  sources: readonly string[],
): { files: FileTree; vant: ReadonlySet<string> } {
  const files: FileTree = new Map();
  const vant = new Set<string>();
  for (const file of sources) {
    const contents = (): Buffer => readFileSync(path.join(root, 'miniprogram', file));
    if (COPIED.has(path.extname(file))) files.set(file, contents());
    if (path.extname(file) !== '.json' || path.basename(file).startsWith('tsconfig')) continue;
    const json = componentJson(contents().toString('utf8'));
    for (const component of json.vant) vant.add(component);
    files.set(file, json.contents);
  }
  return { files, vant };
}
