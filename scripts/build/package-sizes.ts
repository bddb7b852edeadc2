import type { FileTree } from './file-tree';
import { subPackageRoots } from './mini-program-pages';

export interface PackageSize {
  /** Empty for the main package. */
  readonly root: string;
  readonly bytes: number;
}

/** Bytes of the main package and of each subpackage, before WeChat compresses them. */
export function packageSizes(files: FileTree): PackageSize[] {
  const roots = subPackageRoots(files);
  const bytes = new Map(['', ...roots].map((root) => [root, 0]));
  for (const [name, contents] of files) {
    const owner = roots.find((root) => name.startsWith(`${root}/`)) ?? '';
    bytes.set(owner, (bytes.get(owner) ?? 0) + contents.byteLength);
  }
  return [...bytes].map(([root, sum]) => ({ root, bytes: sum }));
}

export const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`;
