import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { openDatabase, LocalDatabase } from '../../../../local/cloud/database';
import type { toFailure, toSuccess } from '../../../../local/cloud/protocol/envelope';
import { CHECK_INDEXES, type Check, type CheckEnvironment } from './check';
import { serveDatabase, type DatabaseServer } from './database-server';
import { inTime, PATIENT_MS } from './in-time';
import { forLocal } from './needs';
import { connect, type Data, type Databases } from './sdk';

/** The code under test: the shipped one, or a mutant of it. */
export interface Subject {
  openDatabase: typeof openDatabase;
  toSuccess: typeof toSuccess;
  toFailure: typeof toFailure;
}

const START = Date.UTC(2026, 0, 5, 1, 0, 0);

/** Runs checks one after the other, each on a fresh database behind one server and one loaded SDK. */
export class TestStand {
  private subject: Subject;
  private database: LocalDatabase | undefined;
  private clock = START;

  private constructor(
    private readonly server: DatabaseServer,
    private databases: Databases,
    private readonly load: (name: string) => unknown,
    subject: Subject,
  ) {
    this.subject = subject;
  }

  static async open(subject: Subject, load: (name: string) => unknown): Promise<TestStand> {
    const current: { stand?: TestStand } = {};
    const server = await serveDatabase((body) => {
      if (current.stand === undefined) throw new Error('no check is running');
      return current.stand.answer(body);
    });
    const stand = new TestStand(server, connect(server.redirect, load), load, subject);
    current.stand = stand;
    return stand;
  }

  /** Points the SDK here again, after another stand of this process has used it. */
  connect(): void {
    this.databases = connect(this.server.redirect, this.load);
  }

  /** Puts other code under test. */
  use(subject: Subject): void {
    this.subject = subject;
  }

  /** Runs one check; a check that does not end in time has failed. */
  async run(check: Check, timeout = PATIENT_MS): Promise<void> {
    const folder = check.durable === true ? mkdtempSync(join(tmpdir(), 'conformance-')) : undefined;
    this.clock = START;
    const open = () => {
      this.database = this.subject.openDatabase({
        ...{ path: folder === undefined ? ':memory:' : join(folder, 'data.db'), indexes: CHECK_INDEXES },
        now: () => this.clock,
      });
    };
    open();
    const restart = async () => {
      await this.database?.close();
      open();
    };
    try {
      await inTime(check.run(this.environment(check, restart)), timeout);
    } finally {
      await this.database?.close();
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    }
  }

  async close(): Promise<void> {
    await this.server.close();
  }

  private async answer(body: Data): Promise<unknown> {
    const { action, requestId } = body;
    try {
      if (this.database === undefined) throw new Error('no database');
      return this.subject.toSuccess(String(requestId), await this.database.handle(String(action), body));
    } catch (error) {
      return this.subject.toFailure(String(requestId), error);
    }
  }

  private environment(check: Check, restart: () => Promise<void>): CheckEnvironment {
    const { strict: db, lenient } = this.databases;
    const setClock = (now: number) => (this.clock = now);
    const getClock = () => this.clock;
    const raw: CheckEnvironment['raw'] = async (action, body) =>
      (await this.answer({ ...body, action, requestId: 'raw' })) as Data;
    const local = <T>(value: T): T => forLocal(check, value);
    return {
      ...{ db, lenient, _: db.command, plain: db.collection('plain'), indexed: db.collection('indexed') },
      get clock() {
        return local(getClock)();
      },
      set clock(now: number) {
        local(setClock)(now);
      },
      get raw() {
        return local(raw);
      },
      get restart() {
        return local(restart);
      },
    };
  }
}
