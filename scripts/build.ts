import path from 'node:path';
import { buildAll } from './build/build-all';
import { BuildFailure } from './build/build-failure';
import { kilobytes } from './build/package-sizes';

/** `npm run build`: dist/miniprogram and dist/cloudfunctions, with the size of each package. */
async function main(): Promise<number> {
  const root = process.cwd();
  const startedAt = performance.now();
  try {
    const report = await buildAll({ root, outDir: path.join(root, 'dist') });
    for (const { root: folder, bytes } of report.packages)
      console.log(`${folder === '' ? 'main package' : folder}  ${kilobytes(bytes)}`);
    for (const { name, files } of report.functions)
      console.log(`function ${name}  ${kilobytes(files.get('index.js')?.byteLength ?? 0)}`);
    console.log(`Built in ${((performance.now() - startedAt) / 1000).toFixed(2)} s.`);
    return 0;
  } catch (thrown) {
    if (!(thrown instanceof BuildFailure)) throw thrown;
    for (const problem of thrown.problems) console.error(problem);
    console.error(
      `${thrown.problems.length} problem${thrown.problems.length === 1 ? '' : 's'}; dist is not complete.`,
    );
    return 1;
  }
}

process.exitCode = await main();
