import { parseAdminLine, USAGE } from './admin/admin-line';
import { runAdmin } from './admin/run-admin';
import { runFunction } from './local-cloud/run-function';

const parsed = parseAdminLine(process.argv.slice(2));
if (parsed.kind === 'help') console.log(USAGE);
else if (parsed.kind === 'wrong') {
  console.error(`${parsed.reason} (npm run admin -- --help)`);
  process.exitCode = 2;
} else {
  try {
    const { lines, ok } = await runAdmin(parsed.command, (name, data) => runFunction(parsed.url, name, data));
    for (const line of lines) console.log(line);
    if (!ok) process.exitCode = 1;
  } catch (thrown) {
    console.error(thrown instanceof Error ? thrown.message : String(thrown));
    process.exitCode = 1;
  }
}
