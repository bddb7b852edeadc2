import type { Metafile } from 'esbuild';

const PACKAGE = /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*\/node_modules\/)/;

/** Names of the npm packages that have code in a bundle. */
export function packagesOf(metafile: Metafile): Set<string> {
  const names = new Set<string>();
  for (const output of Object.values(metafile.outputs))
    for (const [input, { bytesInOutput }] of Object.entries(output.inputs)) {
      const name = PACKAGE.exec(input)?.[1];
      if (name !== undefined && bytesInOutput > 0) names.add(name);
    }
  return names;
}
