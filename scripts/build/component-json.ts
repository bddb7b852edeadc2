import { bytesOf } from './file-tree';
import { NPM_FOLDER, VANT } from './script-paths';

export interface ComponentJson {
  readonly contents: Uint8Array;
  /** Like `button/index`. */
  readonly vant: readonly string[];
}

/**
 * Sources name npm components as WeChat's documentation does, "@vant/weapp/button/index"; dist names the packed
 * file by its absolute path, which every tool that opens dist understands without knowing about npm.
 */
export function componentJson(text: string): ComponentJson {
  const json = JSON.parse(text) as Record<string, unknown>;
  const vant: string[] = [];
  const rewritten = rewrite(json['usingComponents'], vant);
  return {
    contents: bytesOf(
      `${JSON.stringify(rewritten ? { ...json, usingComponents: rewritten } : json, null, 2)}\n`,
    ),
    vant,
  };
}

function rewrite(using: unknown, vant: string[]): Record<string, unknown> | null {
  if (typeof using !== 'object' || using === null) return null;
  return Object.fromEntries(
    Object.entries(using).map(([tag, target]: [string, unknown]) => {
      if (typeof target !== 'string' || !target.startsWith(`${VANT}/`)) return [tag, target];
      vant.push(target.slice(VANT.length + 1));
      return [tag, `/${NPM_FOLDER}/${target}`];
    }),
  );
}
