import { runCommand } from './start/run-command';

/** `npm start`: the hospital in a browser, on this machine only. */
await runCommand(process.argv.slice(2));
