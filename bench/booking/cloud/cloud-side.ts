import { cpuSeconds } from '../../instruments/cpu-time';
import type { Attempt } from '../demand';
import { HttpLoad } from '../http-load';
import { ProcessLink } from '../../instruments/process-link';
import type { Answer, Books, CpuTimes, Side } from '../side';
import type { Wish } from '../wish';
import type { CloudState, OpenCloud, OpenedCloud, OperationCounts } from './messages';

const SCRIPT = 'bench/booking/cloud/cloud-process.ts';

/** The path of the product: HTTP, built function, unmodified SDK, local cloud, durable store. */
export class CloudSide implements Side {
  readonly name = 'Yilutong';
  readonly about = 'HTTP → built function in its process → wx-server-sdk → local cloud';
  #load: HttpLoad | null = null;

  private constructor(
    private readonly link: ProcessLink,
    readonly opened: OpenedCloud,
  ) {}

  static async open(options: OpenCloud): Promise<CloudSide> {
    const link = new ProcessLink(SCRIPT);
    try {
      return new CloudSide(link, await link.call<OpenedCloud>('open', options));
    } catch (thrown) {
      await link.close();
      throw thrown;
    }
  }

  /** Connects the phones. */
  async connect(clients: number, wishOf: (attempt: Attempt) => Wish): Promise<void> {
    const { url, tokens } = this.opened;
    this.#load = await HttpLoad.open(url, { clients, tokens }, wishOf);
  }

  reset(): Promise<void> {
    return this.link.call('reset');
  }

  attempt(client: number, attempt: Attempt): Promise<Answer> {
    if (!this.#load) throw new Error('The phones are not connected');
    return this.#load.attempt(client, attempt);
  }

  async books(): Promise<Books> {
    const { sessions, appointments } = await this.link.call<CloudState>('state');
    return {
      seats: sessions.flatMap((session) =>
        session.slots.flatMap(({ start, seats }) =>
          seats
            .filter((number) => session.pools[number] === 'online')
            .map((number) => ({
              sessionId: session._id,
              number,
              start,
              holder: session.claims[number]?.holder ?? null,
            })),
        ),
      ),
      appointments: appointments.map(({ _id, patientId, sessionId, start, seat }) => ({
        ...{ patientId, sessionId, start, seat },
        appointmentId: _id,
      })),
      left: new Map(sessions.map(({ _id, onlineLeft }) => [_id, onlineLeft])),
    };
  }

  async cpu(): Promise<CpuTimes> {
    const functions = await this.link.call<number[]>('functionPids');
    return { 'cloud and database': cpuSeconds([this.link.pid]), functions: cpuSeconds(functions) };
  }

  /** Operations that the functions send to the database while the work runs, and the flushes they shared. */
  async counting(work: () => Promise<unknown>): Promise<{ operations: OperationCounts; commits: number }> {
    const before = await this.link.call<number>('commits');
    await this.link.call('startCounting');
    await work();
    const operations = await this.link.call<OperationCounts>('stopCounting');
    return { operations, commits: (await this.link.call<number>('commits')) - before };
  }

  async close(): Promise<void> {
    this.#load?.close();
    await this.link.close();
  }
}
