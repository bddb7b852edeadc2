import pg from 'pg';
import type { RulePack } from '../../../cloudfunctions/_store/catalog';
import type { Session } from '../../../cloudfunctions/_store/sessions';
import type { Caller } from '../callers';
import { cpuSeconds } from '../../instruments/cpu-time';
import type { Attempt } from '../demand';
import type { Answer, Books, CpuTimes, Side } from '../side';
import type { Wish } from '../wish';
import { bookFunction, PARAMETERS } from './book-function';
import { commandOf, sealedName, type Command } from './command';
import { fillTables, readBooks } from './prepared-tables';
import { SCHEMA } from './schema';
import type { Postgres } from '../../instruments/start-postgres';

/** What every peer works on. */
export interface Ground {
  readonly postgres: Postgres;
  readonly sessions: readonly Session[];
  readonly callers: readonly Caller[];
  readonly rules: RulePack;
  readonly wishOf: (attempt: Attempt) => Wish;
  /** The clock of the bench, epoch milliseconds. */
  now(): number;
}

interface Row {
  readonly outcome: string;
  readonly seat: number | null;
}

const BOOK = {
  name: 'book',
  text: `SELECT * FROM book(${PARAMETERS.map((_, index) => `$${index + 1}`).join(', ')})`,
};

/** The strongest peer: the load generator itself calls one database function per booking. */
export class FunctionSide implements Side {
  readonly name = 'PostgreSQL function';
  readonly about = 'node-postgres in the load generator → one plpgsql call';
  #pool: pg.Pool;

  private constructor(private readonly ground: Ground) {
    this.#pool = this.#open(8);
  }

  /** Makes the tables too, for every peer on this server. */
  static async open(ground: Ground): Promise<FunctionSide> {
    const side = new FunctionSide(ground);
    await side.#pool.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
    await side.#pool.query(SCHEMA + bookFunction(ground.rules));
    return side;
  }

  /** Goes on with this many connections. */
  async usePool(size: number): Promise<void> {
    await this.#pool.end();
    this.#pool = this.#open(size);
  }

  async reset(): Promise<void> {
    const client = await this.#pool.connect();
    const { sessions, callers, rules } = this.ground;
    try {
      await fillTables(client, { sessions, callers, sameDayCutoffMinutes: rules.sameDayCutoffMinutes });
    } finally {
      client.release();
    }
  }

  async attempt(_client: number, attempt: Attempt): Promise<Answer> {
    const caller = this.ground.callers[attempt.caller];
    if (!caller) throw new RangeError('No such caller');
    const command = commandOf(this.ground.wishOf(attempt), caller.accountId, this.ground.now());
    const { rows } = await this.#pool.query<Row>({ ...BOOK, values: valuesOf(command, caller.name) });
    const [row] = rows;
    if (row?.outcome === 'ok' && row.seat !== null)
      return { ok: true, appointmentId: command.appointmentId, seat: row.seat };
    return { ok: false, error: row?.outcome ?? 'no row' };
  }

  books(): Promise<Books> {
    return readBooks(this.#pool);
  }

  cpu(): Promise<CpuTimes> {
    return Promise.resolve({ PostgreSQL: cpuSeconds(this.ground.postgres.pids()) });
  }

  close(): Promise<void> {
    return this.#pool.end();
  }

  #open(max: number): pg.Pool {
    return new pg.Pool({ ...this.ground.postgres.connection, max, idleTimeoutMillis: 0 });
  }
}

/** In the order of `PARAMETERS`. */
const valuesOf = ({ wish, ...command }: Command, name: string): unknown[] => [
  command.appointmentId,
  command.accountId,
  wish.patientId,
  wish.sessionId,
  wish.start,
  wish.acceptNearby,
  wish.requestId,
  command.bodyIndex,
  sealedName(name, command.appointmentId),
  command.auditId,
  command.traceId,
  command.now,
  command.today,
];
