import { readFileSync } from 'node:fs';
import path from 'node:path';
import { runDeployScript } from './deploy/deploy-tools';
import { rehearse } from './deploy/rehearse';
import { withStagedProject } from './deploy/staged-project';
import { missingVariables } from './deploy/variables';

const USAGE = `npm run deploy -- --dry-run    everything up to the first network call
npm run deploy                 uploads functions, timers and the mini program`;

function say(heading: string, lines: readonly string[]): void {
  console.log(`${heading}:`);
  for (const line of lines) console.log(`  ${line}`);
}

/** `npm run deploy [-- --dry-run]`. The upload itself was never tried against WeChat. */
async function main(words: readonly string[]): Promise<number> {
  const dryRun = words.includes('--dry-run');
  if (words.some((word) => word !== '--dry-run')) {
    console.error(USAGE);
    return 2;
  }
  const missing = missingVariables(process.env);
  if (!dryRun && missing.length > 0) {
    console.error(['These variables are needed and not set:', ...missing].join('\n  '));
    return 1;
  }
  await rehearse(process.cwd(), say);
  if (dryRun) {
    say(
      'Nothing was sent. An upload needs',
      missing.length > 0 ? missing : ['nothing more: all variables are set'],
    );
    return 0;
  }
  return upload(process.cwd());
}

async function upload(root: string): Promise<number> {
  const { version, description } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    version: string;
    description: string;
  };
  console.log('Before the first upload: create the collections and indexes above, and set the variables.');
  const dist = path.join(root, 'dist');
  const { code, output } = await withStagedProject(root, (folder) =>
    runDeployScript(root, 'upload.mjs', [folder, dist, version, description]),
  );
  console.log(output.trim());
  return code;
}

process.exitCode = await main(process.argv.slice(2)).catch((thrown: unknown) => {
  console.error(thrown instanceof Error ? thrown.message : String(thrown));
  return 1;
});
