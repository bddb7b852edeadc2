import { readFileSync } from 'node:fs';
import path from 'node:path';
import { runDeployScript } from './deploy-tools';
import { withStagedProject } from './staged-project';

/** Compiled file → bytes. */
export type CompiledSizes = Readonly<Record<string, number>>;

/** Compiles dist/miniprogram as WeChat does at an upload. @throws Error with the compiler's own words. */
export const compileOffline = (root: string): Promise<CompiledSizes> =>
  withStagedProject(root, async (folder) => {
    const answer = path.join(folder, 'compiled.json');
    const { output } = await runDeployScript(root, 'compile.mjs', [folder, answer]);
    return readAnswer(answer, output);
  });

function readAnswer(file: string, output: string): CompiledSizes {
  let answer: { sizes?: CompiledSizes; problem?: string };
  try {
    answer = JSON.parse(readFileSync(file, 'utf8')) as typeof answer;
  } catch {
    throw new Error(`WeChat's compiler gave no answer:\n${output.trim()}`);
  }
  if (answer.sizes === undefined) throw new Error(answer.problem ?? 'the compiler failed');
  return answer.sizes;
}
