import { existsSync } from 'node:fs';
import path from 'node:path';
import { findingOf, type Check } from './check';
import { LOCKED_FOLDERS, lockedPackages, type LockedPackage } from './lock-file';

/** May be part of what a hospital deploys. */
const RUNTIME = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Unlicense',
  'CC0-1.0',
  'BlueOak-1.0.0',
]);

/** Besides these, for tools that only build and test. */
const TOOLS = new Set([
  ...RUNTIME,
  'Apache 2.0',
  'Artistic-2.0',
  'BSD',
  'CC-BY-3.0',
  'CC-BY-4.0',
  'MPL-2.0',
  'Python-2.0',
  'WTFPL',
  'Zlib',
]);

/** The SDK of WeChat depends on these two of its own maker; they state no licence. */
const SILENT = ['@cloudbase/signature-nodejs', '@cloudbase/wx-cloud-client-sdk'];

/**
 * These come with WeChat's uploader, which never reaches a phone. Their lock entries state nothing because their
 * licence, MIT or Apache 2.0, is in an outdated field of the manifest or only in a text file.
 */
const STATED_ELSEWHERE = [
  'dom-walk',
  'exif-parser',
  'jsesc',
  'node-bitmap',
  'qrcode-terminal',
  'replace-ext',
];

const EXCEPTIONS = new Set([...SILENT, ...STATED_ELSEWHERE]);

/** Whether an SPDX expression can be satisfied by the allowed licences. */
export function isAllowed(expression: string, allowed: ReadonlySet<string>): boolean {
  const bare = expression.replace(/[()]/g, ' ').trim();
  return bare
    .split(/\s+OR\s+/)
    .some((choice) => choice.split(/\s+AND\s+/).every((id) => allowed.has(id.trim())));
}

/** A sentence for each package whose licence is not on the list. */
export function refusedLicences(packages: readonly LockedPackage[], toolsOnly: boolean): string[] {
  return packages
    .filter(({ name }) => !EXCEPTIONS.has(name))
    .filter(({ license, dev }) => !isAllowed(license ?? '', dev || toolsOnly ? TOOLS : RUNTIME))
    .map(
      ({ name, version, license, dev }) =>
        `${name} ${version}${dev || toolsOnly ? '' : ' (deployed)'}: ${license ?? 'states no licence'}`,
    );
}

export const licenceCheck: Check = {
  name: 'licences',
  run(root) {
    const folders = LOCKED_FOLDERS.filter((folder) =>
      existsSync(path.join(root, folder, 'package-lock.json')),
    );
    const all = folders.map((folder) => ({ folder, packages: lockedPackages(root, folder) }));
    const problems = all.flatMap(({ folder, packages }) => refusedLicences(packages, folder !== ''));
    const count = all.reduce((sum, { packages }) => sum + packages.length, 0);
    return Promise.resolve(findingOf(problems, `${count} packages`));
  },
};
