import { findingOf, type Check } from './check';
import { runTool } from './command';

export const CRUISED_FOLDERS = ['core', 'cloudfunctions', 'miniprogram', 'local', 'scripts'] as const;

/** A run that saw fewer modules than this saw the wrong thing: a misconfigured one passes on none. */
export const MODULE_FLOOR = 300;

export interface Violation {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

export interface Cruise {
  readonly modules: number;
  readonly violations: readonly Violation[];
}

interface CruiseJson {
  readonly summary: {
    readonly totalCruised: number;
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
    }[];
  };
}

/** Who imports whom below `root`, held against the rules of .dependency-cruiser.cjs there. */
export async function cruise(root: string, folders: readonly string[] = CRUISED_FOLDERS): Promise<Cruise> {
  const { stdout, output } = await runTool(root, { package: 'dependency-cruiser', command: 'depcruise' }, [
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'json',
    ...folders,
  ]);
  if (!stdout.startsWith('{')) throw new Error(`dependency-cruiser failed: ${output.trim()}`);
  const { totalCruised, violations } = (JSON.parse(stdout) as CruiseJson).summary;
  return {
    modules: totalCruised,
    violations: violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  };
}

export const importCheck: Check = {
  name: 'imports',
  async run(root) {
    const { modules, violations } = await cruise(root);
    const problems = violations.map(({ rule, from, to }) => `${rule}: ${from} → ${to}`);
    if (modules < MODULE_FLOOR) problems.push(`only ${modules} modules were seen`);
    return findingOf(problems, `${modules} modules`);
  },
};
