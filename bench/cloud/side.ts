import { cpuSeconds } from '../instruments/cpu-time';
import { ProcessLink } from '../instruments/process-link';
import type { Reach, Slice, Worked } from './messages';
import type { OperationName } from './operation';

/** One way to the data, with the processes that work on it. */
export class Side {
  /** Over all sides: two of them may work on one database. */
  static #slices = 0;

  private constructor(
    readonly name: string,
    private readonly workers: readonly ProcessLink[],
    /** Processes that serve it, apart from those that ask. */
    private readonly servers: () => readonly number[],
  ) {}

  /** With as many processes that ask as there are reaches. */
  static async open(
    name: string,
    reaches: readonly Reach[],
    servers: () => readonly number[] = () => [],
  ): Promise<Side> {
    const workers = reaches.map(() => new ProcessLink('bench/cloud/load-process.ts'));
    const side = new Side(name, workers, servers);
    try {
      await Promise.all(workers.map((worker, at) => worker.call('open', reaches[at])));
      return side;
    } catch (thrown) {
      await side.close();
      throw thrown;
    }
  }

  /** Lets so many clients, spread over its processes, work for so long. */
  async measure(operation: OperationName, clients: number, milliseconds: number): Promise<Measured> {
    const asking = this.workers.slice(0, Math.min(clients, this.workers.length));
    const before = cpuSeconds(this.servers());
    const number = (Side.#slices += 1);
    const worked = await Promise.all(
      asking.map((worker, part) => {
        const own = Math.floor(clients / asking.length);
        const slice: Slice = { operation, clients: own, milliseconds, number, part, parts: asking.length };
        return worker.call<Worked>('run', slice);
      }),
    );
    const operations = worked.reduce((sum, one) => sum + one.operations, 0);
    const per = 1000 / operations;
    return {
      perSecond: worked.reduce((sum, one) => sum + one.operations / one.seconds, 0),
      p50: Math.max(...worked.map(({ latency }) => latency.p50)),
      p99: Math.max(...worked.map(({ latency }) => latency.p99)),
      askingCpu: worked.reduce((sum, one) => sum + one.cpuSeconds, 0) * per,
      servingCpu: (cpuSeconds(this.servers()) - before) * per,
    };
  }

  async close(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.close()));
  }
}

/** One side on one operation in one round; latencies and CPU in milliseconds per operation. */
export interface Measured {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly askingCpu: number;
  readonly servingCpu: number;
}
