import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findingOf, type Check } from './check';
import { LOCKED_FOLDERS } from './lock-file';

/** Addresses in a file that must work behind any registry. */
export function addressesIn(name: string, text: string): string[] {
  const pattern = name.endsWith('.npmrc')
    ? /^.*(?:\/\/|registry\s*=|_auth).*$/gim
    : /"resolved":\s*"(?!file:)[^"]*"/g;
  return [...text.matchAll(pattern)].map((match) => `${name}: ${match[0].trim()}`);
}

export const addressCheck: Check = {
  name: 'addresses',
  run(root) {
    const files = LOCKED_FOLDERS.flatMap((folder) =>
      ['.npmrc', 'package-lock.json'].map((file) => path.posix.join(folder, file)),
    ).filter((file) => existsSync(path.join(root, file)));
    const problems = files.flatMap((file) => addressesIn(file, readFileSync(path.join(root, file), 'utf8')));
    if (!files.includes('.npmrc')) problems.push('.npmrc is missing: lock files would name a registry');
    return Promise.resolve(findingOf(problems, files.join(', ')));
  },
};
