import path from 'node:path';
import type { SourceTree } from './source-tree';

/**
 * Candidates for a name without a leading dot or slash: `miniprogram_npm` of the folder and of every
 * folder above it, nearest first, as WeChat looks for npm packages.
 */
export const npmCandidates = (folder: string, name: string): string[] => {
  const candidates: string[] = [];
  for (let at = folder; ; at = path.posix.dirname(at)) {
    candidates.push(path.posix.join(at, 'miniprogram_npm', name));
    if (at === '.' || at === '' || at === '/') return candidates;
  }
};

/** First of `base`, `base/index` for which `base + extension` is a file; its path without extension. */
export const withIndex = (tree: SourceTree, base: string, extension: string): string | undefined =>
  [base, path.posix.join(base, 'index')].find((candidate) => tree.isFile(candidate + extension));
