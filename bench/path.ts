import { parseArgs } from 'node:util';
import { percentiles, spread } from './instruments/latency';
import { seeded, type Random } from './instruments/random';
import { number, shown, table } from './instruments/table';
import { hospital, openHalls, type Building } from './path/building';
import { costAlong, costsFrom, neighboursOf, type Neighbours } from './path/reference';
import { sidesOf, type Side } from './path/sides';

const GOALS_PER_START = 10;
const WARM_UP = 300;

interface Question {
  readonly from: number;
  readonly to: number;
  readonly cost: number;
}

interface Round {
  /** Microseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly wrong: number;
}

/** Pairs of any two nodes, with what the shortest way costs. */
function questions(
  building: Building,
  around: Neighbours,
  { count, random }: { count: number; random: Random },
) {
  const any = (): number => Math.floor(random() * building.count);
  return Array.from({ length: Math.ceil(count / GOALS_PER_START) }, any).flatMap((from): Question[] => {
    const costs = costsFrom(around, from);
    return Array.from({ length: GOALS_PER_START }, any).map((to) => ({
      from,
      to,
      cost: costs[to] ?? Infinity,
    }));
  });
}

function ask(side: Side, asked: readonly Question[], around: Neighbours): Round {
  for (const { from, to } of asked.slice(0, WARM_UP)) side.find(from, to);
  const times: number[] = [];
  let wrong = 0;
  for (const { from, to, cost } of asked) {
    const startedAt = performance.now();
    const nodes = side.find(from, to);
    times.push((performance.now() - startedAt) * 1000);
    if (costAlong(around, nodes) !== cost) wrong += 1;
  }
  return { ...percentiles(times), wrong };
}

interface Wanted {
  readonly rounds: number;
  readonly count: number;
}

/** All sides answer the same questions in turns; each round has other questions and begins with another side. */
function compare(building: Building, { rounds, count }: Wanted): void {
  const around = neighboursOf(building);
  const sides = sidesOf(building);
  const results = new Map(sides.map(({ name }) => [name, [] as Round[]]));
  for (let round = 0; round < rounds; round += 1) {
    const asked = questions(building, around, { count, random: seeded(round + 1) });
    for (let turn = 0; turn < sides.length; turn += 1) {
      const side = sides[(round + turn) % sides.length];
      if (side) results.get(side.name)?.push(ask(side, asked, around));
    }
  }
  console.log(`\n${building.name}: ${building.count} nodes, ${building.edges.length} links`);
  const own = results.get(sides[0]?.name ?? '') ?? [];
  const rows = sides.map(({ name, prepareMs, indexBytes }) => {
    const mine = results.get(name) ?? [];
    const all = mine.length * count;
    const wrong = mine.reduce((sum, round) => sum + round.wrong, 0);
    const times = mine.map(({ p50 }, at) => p50 / (own[at]?.p50 ?? NaN));
    return [
      name,
      shown(spread(mine.map(({ p50 }) => p50))),
      shown(spread(mine.map(({ p99 }) => p99))),
      shown(spread(times)),
      `${number((100 * (all - wrong)) / all)} %`,
      number(prepareMs),
      indexBytes === null ? '–' : number(indexBytes / 1024),
    ];
  });
  console.log(
    table([['side', 'p50 µs', 'p99 µs', 'times ours (p50)', 'exact', 'prepared in ms', 'index KB'], ...rows]),
  );
}

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '7' }, pairs: { type: 'string', default: '1000' } },
});
const wanted = { rounds: Number(values.rounds), count: Number(values.pairs) };
console.log(
  `${wanted.rounds} rounds of ${wanted.count} questions in turns; median (least–most) of the rounds. Every answer of every side is walked and compared with Dijkstra's.`,
);
compare(hospital(seeded(7)), wanted);
compare(openHalls(seeded(7)), wanted);
