import { asStartFailure } from './start/start-failure';
import { startHospital } from './start/start-hospital';
import { parseCommandLine, USAGE, type CommandLine } from './start/start-options';
import { stopOnSignal } from './start/stop-signals';

/** `npm start`: the hospital in a browser, on this machine only. */
async function run(options: CommandLine): Promise<void> {
  const running = await startHospital(options);
  stopOnSignal(() => running.close());
  const { url, hospital } = running;
  console.log(`${hospital.hospital.name} is open.`);
  console.log(
    `Open ${url} in a browser: the phone in the middle is the real mini program, its people are invented.`,
  );
  console.log(
    options.dataDir === null
      ? 'Nothing is kept after the stop.'
      : `Everything is kept in ${options.dataDir}; "npm start -- --reset" begins anew.`,
  );
  console.log('Ctrl-C stops it.');
}

async function main(): Promise<void> {
  const parsed = parseCommandLine(process.argv.slice(2));
  if (parsed.kind === 'help') {
    console.log(USAGE);
    return;
  }
  if (parsed.kind === 'wrong') {
    console.error(`${parsed.reason} (npm start -- --help)`);
    process.exitCode = 2;
    return;
  }
  await run(parsed.options).catch((thrown: unknown) => {
    for (const line of asStartFailure(thrown).lines) console.error(line);
    process.exit(1);
  });
}

await main();
