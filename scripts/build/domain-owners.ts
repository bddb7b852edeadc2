import { readFileSync } from 'node:fs';
import path from 'node:path';
import { resolveImport } from './script-paths';

/** What a file takes at run time; `import type` leaves nothing behind. */
const IMPORT = /^(?:import|export)\s+(?!type\b)(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]/gm;
const PACKAGE = /^miniprogram\/(packages\/[^/]+)\//;
const MAIN = '';

const ownerOf = (file: string): string => PACKAGE.exec(file)?.[1] ?? MAIN;

function importsOf(root: string, file: string): readonly string[] {
  const absolute = path.join(root, file);
  const specifiers = [...readFileSync(absolute, 'utf8').matchAll(IMPORT)].map(
    ([, specifier]) => specifier ?? '',
  );
  return specifiers.flatMap((specifier) => {
    if (specifier.endsWith('.tsv')) return [];
    const target = resolveImport(root, absolute, specifier);
    return target.kind === 'source' ? [target.file] : [];
  });
}

/**
 * Rules that a single subpackage uses, by that subpackage: they lie in it, not in the main package that every patient loads
 * first. What two packages use, or anything of the main package, stays where all can reach it.
 */
export function domainOwners(root: string, sources: readonly string[]): ReadonlyMap<string, string> {
  const users = new Map<string, Set<string>>();
  const imports = new Map<string, readonly string[]>();
  const visit = (file: string, user: string): void => {
    const known = imports.get(file) ?? importsOf(root, file);
    imports.set(file, known);
    for (const target of known) {
      if (!target.startsWith('core/')) continue;
      const own = users.get(target) ?? new Set<string>();
      users.set(target, own);
      if (own.has(user)) continue;
      own.add(user);
      visit(target, user);
    }
  };
  for (const file of sources) visit(file, ownerOf(file));
  return new Map(
    [...users].flatMap(([file, [owner = MAIN, ...others]]) =>
      owner === MAIN || others.length > 0 ? [] : [[file, owner] as const],
    ),
  );
}
