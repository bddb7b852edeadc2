import { measureFunctions } from './cloud/functions-part';
import { measureLoad } from './cloud/load-part';
import { DOCUMENTS } from './cloud/operation';
import { measureOperations } from './cloud/operations-part';
import { readOptions, USAGE, type CloudBenchOptions, type Part } from './cloud/options';
import { cellTable, functionLines, goalLines, loadLine } from './cloud/report';
import { besidePostgres, introduceMachine, type Workshop } from './instruments/beside-postgres';

/** `npm run bench:cloud`: the local cloud, layer by layer, beside PostgreSQL. */
async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (options === null) {
    console.error(USAGE);
    return 2;
  }
  return besidePostgres('bench-cloud', async (workshop) => {
    introduceMachine(workshop);
    introduce(options);
    await run(options, workshop);
  });
}

async function run(options: CloudBenchOptions, workshop: Workshop): Promise<void> {
  const { rounds, only } = options;
  const wants = (part: Part): boolean => only.length === 0 || only.includes(part);
  if (wants('load'))
    console.log(`\n${loadLine(await measureLoad(rounds, workshop.folder, workshop.postgres))}`);
  if (wants('functions')) console.log(`\n${functionLines(await measureFunctions(rounds, workshop.folder))}`);
  if (!wants('operations')) return;
  const cells = await measureOperations(options, workshop);
  for (const cell of cells) console.log(`\n${cellTable(cell)}`);
  const goal = cells.find(({ operation, clients }) => operation === 'decrement' && clients === 16);
  if (goal !== undefined) console.log(`\n${goalLines(goal)}`);
}

function introduce({ rounds, slice, seed }: CloudBenchOptions): void {
  console.log(
    `${DOCUMENTS} documents, every commit flushed; ${rounds} rounds of ${slice} ms for each side and operation in turns, ` +
      `seed ${seed}; median (least–most)`,
  );
}

// The channel to the launcher would keep this process alive.
process.exit(await main());
