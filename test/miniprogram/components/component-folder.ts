import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A copy of the components beside the parts of Vant that they use, with npm paths as the build writes them. */
export interface ComponentFolder {
  readonly root: string;
  remove(): void;
}

const VANT = 'node_modules/@vant/weapp/lib';

/** What every Vant component may include, and the relatives that ours are used without. */
const ALWAYS = ['common', 'mixins', 'wxs', 'checkbox-group'];

interface Config {
  readonly usingComponents?: Readonly<Record<string, string>>;
}

const usedBy = (file: string): string[] =>
  Object.values((JSON.parse(readFileSync(file, 'utf8')) as Config).usingComponents ?? {});

/** The names of the Vant components below `names`, themselves included: the compiler compiles all it finds. */
function reachable(names: readonly string[]): Set<string> {
  const found = new Set<string>();
  const visit = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    for (const used of usedBy(path.join(VANT, name, 'index.json'))) visit(used.split('/')[1] ?? '');
  };
  names.forEach(visit);
  return found;
}

export function componentFolder(): ComponentFolder {
  const root = mkdtempSync(path.join(tmpdir(), 'yilutong-components-'));
  const vant: string[] = [];
  cpSync('miniprogram/components', path.join(root, 'components'), { recursive: true });
  for (const name of readdirSync(path.join(root, 'components'))) {
    const file = path.join(root, 'components', name, 'index.json');
    vant.push(
      ...usedBy(file)
        .filter((used) => used.startsWith('@vant'))
        .map((used) => used.split('/')[2] ?? ''),
    );
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replaceAll('"@vant/weapp/', '"/miniprogram_npm/@vant/weapp/'),
    );
  }
  // A copy, since the template compiler does not follow links.
  for (const name of [...ALWAYS, ...reachable(vant)]) {
    cpSync(path.join(VANT, name), path.join(root, 'miniprogram_npm/@vant/weapp', name), { recursive: true });
  }
  return { root, remove: () => rmSync(root, { recursive: true }) };
}
