import path from 'node:path';
import { buildAll } from '../build/build-all';
import { subPackageRoots } from '../build/mini-program-pages';
import { readTree } from '../build/read-tree';
import { compileOffline } from './compile';
import { areInstalled, installDeployTools } from './deploy-tools';
import { functionPlan } from './function-plan';
import { indexPlan } from './index-plan';
import { packagePlan } from './package-limits';
import { functionVariables } from './variables';

type Say = (heading: string, lines: readonly string[]) => void;

/** Everything of a deployment that needs no network: it throws at the first thing that WeChat would refuse. */
export async function rehearse(root: string, say: Say): Promise<void> {
  const outDir = path.join(root, 'dist');
  const { functions } = await buildAll({ root, outDir });
  if (!areInstalled(root)) {
    say("WeChat's tools", ['installing the packages of deploy/']);
    await installDeployTools(root);
  }
  const subPackages = subPackageRoots(readTree(path.join(outDir, 'miniprogram'), ['app.json']));
  const { lines, problems } = packagePlan(await compileOffline(root), subPackages);
  say("Mini program, compiled by WeChat's own compiler", lines);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  say('Functions', functionPlan(outDir, functions));
  say('Collections', indexPlan(outDir));
  say('Variables of every function', functionVariables());
}
