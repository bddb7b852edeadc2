import type { Deployable } from './deployables';

/** Named here, given by whoever deploys: keys are never in a repository or a package. */
export const KEY_NAMES = ['YILUTONG_FIELD_KEY', 'YILUTONG_INDEX_KEY'] as const;

/** Also the hospital's merchant number at WeChat Pay. */
export const ENVIRONMENT_NAMES = [...KEY_NAMES, 'YILUTONG_SUB_MCH_ID'] as const;

/** The file that CloudBase's command line reads: what config.json cannot hold. */
export interface CloudbaseConfig {
  readonly version: '2.0';
  readonly envId: string;
  readonly functionRoot: string;
  readonly functions: readonly {
    readonly name: string;
    /** Seconds. */
    readonly timeout: number;
    /** Megabytes. */
    readonly memorySize: number;
    readonly runtime: string;
    readonly handler: string;
    readonly installDependency: boolean;
    readonly envVariables: Readonly<Record<string, string>>;
  }[];
}

export function cloudbaseConfig(deployables: readonly Deployable[]): CloudbaseConfig {
  return {
    version: '2.0',
    envId: '{{env.CLOUDBASE_ENV}}',
    functionRoot: './cloudfunctions',
    functions: deployables.map(({ name, timeoutSeconds, memoryMb }) => ({
      name,
      timeout: timeoutSeconds,
      memorySize: memoryMb,
      runtime: 'Nodejs18.15',
      handler: 'index.main',
      installDependency: true,
      envVariables: Object.fromEntries(ENVIRONMENT_NAMES.map((variable) => [variable, ''])),
    })),
  };
}
