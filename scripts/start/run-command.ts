import { asStartFailure } from './start-failure';
import { startHospital, type RunningHospital } from './start-hospital';
import { parseCommandLine, USAGE, type CommandLine } from './start-options';
import { stopOnSignal } from './stop-signals';

/** Something that runs beside the hospital; it gives back how to stop it. */
type Beside = (running: RunningHospital) => () => Promise<void>;

/** The whole of `npm start` and `npm run dev`: options, start, a few lines, and a clean stop. */
export async function runCommand(words: readonly string[], beside?: Beside): Promise<void> {
  const parsed = parseCommandLine(words);
  if (parsed.kind === 'help') {
    console.log(USAGE);
    return;
  }
  if (parsed.kind === 'wrong') {
    console.error(`${parsed.reason} (npm start -- --help)`);
    process.exitCode = 2;
    return;
  }
  try {
    const running = await startHospital({ ...parsed.options, staff: true });
    welcome(running, parsed.options);
    const stopBeside = beside?.(running);
    stopOnSignal(async () => {
      await stopBeside?.();
      await running.close();
    });
  } catch (thrown) {
    for (const line of asStartFailure(thrown).lines) console.error(line);
    process.exit(1);
  }
}

function welcome({ url, hospital }: RunningHospital, { dataDir }: CommandLine): void {
  console.log(`${hospital.hospital.name} is open.`);
  console.log(
    `Open ${url} in a browser: the phone there runs the built mini program, its people are invented.`,
  );
  console.log(`What goes on in the cloud behind it, and buttons to steer it: ${url}/cloud`);
  console.log(
    dataDir === null
      ? 'Nothing is kept after the stop.'
      : `Everything is kept in ${dataDir}; "npm start -- --reset" begins anew.`,
  );
  console.log('Ctrl-C stops it.');
}
