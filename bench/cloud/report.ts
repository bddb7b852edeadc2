import { spread } from '../instruments/latency';
import { number, shown, table } from '../instruments/table';
import type { FunctionFindings } from './functions-part';
import { LOADED, type Loaded } from './load-part';
import { ABOUT } from './operation';
import { ENGINE, HTTP, POSTGRES, SDK, type Cell } from './operations-part';
import type { Measured } from './side';

const medianOf = (rounds: readonly Measured[], value: (one: Measured) => number): number =>
  spread(rounds.map(value)).median;

const ratios = (rounds: readonly Measured[], peer: readonly Measured[]): string => {
  const { median, least, most } = spread(
    rounds.map(({ perSecond }, round) => perSecond / (peer[round]?.perSecond ?? Number.NaN)),
  );
  return `${median.toFixed(2)}x (${least.toFixed(2)}–${most.toFixed(2)})`;
};

const HEAD = ['', 'per second', 'p50 / p99 ms', 'CPU ms asking + serving', `against ${POSTGRES}`];

/** One operation with so many clients, all sides below each other. */
export function cellTable({ operation, clients, measured }: Cell): string {
  const peer = measured.get(POSTGRES) ?? [];
  const rows = [...measured].map(([side, rounds]) => [
    side,
    shown(spread(rounds.map(({ perSecond }) => perSecond))),
    `${number(medianOf(rounds, ({ p50 }) => p50))} / ${number(medianOf(rounds, ({ p99 }) => p99))}`,
    `${number(medianOf(rounds, ({ askingCpu }) => askingCpu))} + ${number(medianOf(rounds, ({ servingCpu }) => servingCpu))}`,
    side === POSTGRES ? '' : ratios(rounds, peer),
  ]);
  const title = `${operation} (${ABOUT[operation]}), ${clients} ${clients === 1 ? 'client' : 'clients'}`;
  return `${title}\n${table([HEAD, ...rows])}`;
}

/** The goal, and which part of the way takes how much of the processors. */
export function goalLines({ measured }: Cell): string {
  const rounds = (side: string): readonly Measured[] => measured.get(side) ?? [];
  const cpu = (side: string, of: 'askingCpu' | 'servingCpu'): number =>
    medianOf(rounds(side), (one) => one[of]);
  const engine = cpu(ENGINE, 'askingCpu');
  const client = cpu(HTTP, 'askingCpu');
  const parts = [
    ['the SDK in the process that asks', cpu(SDK, 'askingCpu')],
    ['of it, what a bare client needs for the same', client],
    ['the cloud: HTTP, JSON, faults, counters', cpu(SDK, 'servingCpu') - engine],
    ['the cloud: engine and its commits', engine],
    [`${POSTGRES}: node-postgres in the process that asks`, cpu(POSTGRES, 'askingCpu')],
    [`${POSTGRES}: its server`, cpu(POSTGRES, 'servingCpu')],
  ] as const;
  return [
    `The conditional decrement by 16 clients through SDK and HTTP, every commit flushed, against ${POSTGRES} called ` +
      `directly: ${ratios(rounds(SDK), rounds(POSTGRES))}. Without the SDK: ${ratios(rounds(HTTP), rounds(POSTGRES))}; ` +
      `the engine alone: ${ratios(rounds(ENGINE), rounds(POSTGRES))}.`,
    'Where the time goes, in milliseconds of CPU for each operation:',
    table(parts.map(([name, value]) => [`  ${name}`, value.toFixed(3)])),
  ].join('\n');
}

export function loadLine({ engine, postgres }: Loaded): string {
  return `${LOADED} documents loaded: engine ${shown(engine)} s, ${POSTGRES} ${shown(postgres)} s`;
}

export function functionLines(found: FunctionFindings): string {
  const { bundle, sdk, ratio, memory } = found;
  return [
    `Cold start: bundle ${bundle.name} (${number(bundle.kilobytes)} KB) with its SDK ${shown(bundle.load)} ms, ` +
      `SDK alone ${shown(sdk)} ms: ${shown(ratio)}x`,
    `A call into a process that has run nothing yet ${shown(found.coldCall)} ms, into a warm one ${shown(found.warmCall)} ms, ` +
      `with one read by _id ${shown(found.warmRead)} ms; 16 at a time ${shown(found.warmRate)} calls a second`,
    `Memory: cloud ${number(memory.cloud)} MB; ${memory.functions.length} function processes ` +
      `(four warm, the others waiting) ${memory.functions.map(number).join(', ')} MB`,
  ].join('\n');
}
