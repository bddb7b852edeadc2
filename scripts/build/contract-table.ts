import { build } from 'esbuild';
import path from 'node:path';
import vm from 'node:vm';

type ProcedureTable = Readonly<Record<string, readonly string[]>>;

/**
 * Context → names of its procedures, read from the contract's sources as they are now: a long-running watch
 * must not keep the contract it was started with.
 */
export async function procedureTable(root: string): Promise<ProcedureTable> {
  const bundled = await build({
    absWorkingDir: root,
    entryPoints: [path.join(root, 'core/contract/index.ts')],
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    tsconfig: path.join(root, 'tsconfig.base.json'),
    logLevel: 'silent',
  });
  const code = bundled.outputFiles[0]?.text ?? '';
  const evaluated = { exports: {} as { procedureTable?: () => ProcedureTable } };
  const run = vm.runInThisContext(`(function (module, exports) {${code}\n})`) as (
    module: typeof evaluated,
    exports: object,
  ) => void;
  run(evaluated, evaluated.exports);
  const { procedureTable: table } = evaluated.exports;
  if (!table) throw new Error('core/contract/index.ts exports no procedureTable()');
  return table();
}
