import { parseArgs } from 'node:util';
import { runFunction } from './local-cloud/run-function';
import { verifyAudit } from './audit/verify-audit';

const USAGE = `npm run audit:verify -- [options]

  --url URL            where the local cloud runs (http://127.0.0.1:8910)
  --head NUMBER:HASH   a head that was written down before: the chain must still contain it
  --help               this text

Looks at every link of the audit chain and every record under it, and names each record that was
changed, removed or added past it. In a deployed environment run the function audit-verify from the
console, with {"from": next} until next is null.`;

try {
  const { values } = parseArgs({
    options: {
      url: { type: 'string', default: 'http://127.0.0.1:8910' },
      head: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
    strict: true,
  });
  if (values.help) {
    console.log(USAGE);
  } else {
    const run = (from: unknown) => runFunction(values.url, 'audit-verify', { from });
    const { lines, intact } = await verifyAudit(run, values.head ?? null);
    for (const line of lines) console.log(line);
    if (!intact) process.exitCode = 1;
  }
} catch (thrown) {
  console.error(thrown instanceof Error ? thrown.message : String(thrown));
  process.exitCode = 1;
}
