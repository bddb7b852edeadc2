import { kilobytes } from '../build/package-sizes';
import type { CompiledSizes } from './compile';

const MEGABYTE = 1024 * 1024;
/** Main package and each subpackage; WeChat, developers' guide, "分包加载". */
const PACKAGE_LIMIT = 2 * MEGABYTE;
/** All packages together when a service provider develops for the hospital; 30 MB when the hospital does itself. */
const TOTAL_LIMIT = 20 * MEGABYTE;
/** What opens fast on an old phone. */
const MAIN_GOAL = 600 * 1024;

export interface PackagePlan {
  readonly lines: readonly string[];
  readonly problems: readonly string[];
}

/** Sizes of the compiled packages against WeChat's limits. */
export function packagePlan(sizes: CompiledSizes, subPackages: readonly string[]): PackagePlan {
  const bytes = new Map(['', ...subPackages].map((folder) => [folder, 0]));
  for (const [file, size] of Object.entries(sizes)) {
    const owner = subPackages.find((folder) => file.startsWith(`${folder}/`)) ?? '';
    bytes.set(owner, (bytes.get(owner) ?? 0) + size);
  }
  const total = [...bytes.values()].reduce((sum, size) => sum + size, 0);
  const all = [...bytes].map(([folder, size]) => ({ name: folder === '' ? 'main package' : folder, size }));
  const main = bytes.get('') ?? 0;
  return {
    lines: [
      ...all.map(({ name, size }) => `${name}  ${kilobytes(size)}`),
      `all packages  ${kilobytes(total)}`,
      ...(main > MAIN_GOAL ? [`the main package is above the goal of ${kilobytes(MAIN_GOAL)}`] : []),
    ],
    problems: [
      ...all
        .filter(({ size }) => size > PACKAGE_LIMIT)
        .map(({ name, size }) => `${name} has ${kilobytes(size)}, WeChat takes ${kilobytes(PACKAGE_LIMIT)}`),
      ...(total > TOTAL_LIMIT
        ? [`all packages have ${kilobytes(total)}, above ${kilobytes(TOTAL_LIMIT)}`]
        : []),
      ...(Object.keys(sizes).length === 0 ? ['nothing was compiled'] : []),
    ],
  };
}
