import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const TITLE = 'Third-party software in this package';

interface Manifest {
  readonly version: string;
  readonly license?: string;
}

/** Name, version, licence and, where the package ships it, the licence's text of each package, in name order. */
export function thirdPartyNotices(root: string, packages: Iterable<string>): string {
  const sections = [...new Set(packages)].sort().map((name) => section(root, name));
  return [TITLE, ...(sections.length > 0 ? sections : ['None.'])].join(`\n\n${'-'.repeat(72)}\n\n`) + '\n';
}

function section(root: string, name: string): string {
  const folder = path.join(root, 'node_modules', name);
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Manifest;
  const heading = `${name} ${manifest.version}\nLicence: ${manifest.license ?? 'none stated'}`;
  const file = existsSync(folder)
    ? readdirSync(folder).find((entry) => /^licen[cs]e(\.(md|txt))?$/i.test(entry))
    : undefined;
  if (file === undefined) return `${heading}\nThe package ships no licence text.`;
  return `${heading}\n\n${readFileSync(path.join(folder, file), 'utf8').trim()}`;
}
