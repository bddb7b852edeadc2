import { randomBytes } from 'node:crypto';
import type { RulePack } from '../../../cloudfunctions/_store/catalog';
import { createIdentityService } from '../../../local/cloud/identity/identity';
import { createSigner } from '../../../local/cloud/identity/signer';
import { cpuSeconds } from '../../instruments/cpu-time';
import type { Attempt } from '../demand';
import { HttpLoad } from '../http-load';
import { ProcessLink } from '../../instruments/process-link';
import type { Answer, Books, CpuTimes, Side } from '../side';
import type { FunctionSide, Ground } from './function-side';
import type { Postgres } from '../../instruments/start-postgres';

const SCRIPT = 'bench/booking/postgres/http-process.ts';
const APP_ID = 'wx0000000000000000';

/** How the peer's web server is opened. */
export interface OpenHttpPeer {
  /** Signs the callers' tokens; hexadecimal. */
  readonly key: string;
  readonly appid: string;
  readonly connection: Postgres['connection'];
  readonly rules: RulePack;
  readonly clockOffset: number;
}

/** The same work as a web application: HTTP server in its own process, interactive transaction. */
export class HttpSide implements Side {
  readonly name = 'HTTP + PostgreSQL transaction';
  readonly about = 'HTTP → node:http server in its process → node-postgres, five statements';

  private constructor(
    private readonly link: ProcessLink,
    private readonly load: HttpLoad,
    private readonly tables: FunctionSide,
    private readonly ground: Ground,
  ) {}

  /** Works on the tables that the other peer made. */
  static async open(tables: FunctionSide, ground: Ground, clients: number): Promise<HttpSide> {
    const link = new ProcessLink(SCRIPT);
    try {
      const key = randomBytes(32).toString('hex');
      const options: OpenHttpPeer = {
        ...{ key, appid: APP_ID, rules: ground.rules },
        connection: ground.postgres.connection,
        clockOffset: ground.now() - Date.now(),
      };
      const url = await link.call<string>('open', options);
      const identity = createIdentityService(createSigner(Buffer.from(key, 'hex')), APP_ID);
      const tokens = ground.callers.map(({ openid }) => identity.mint({ openid }));
      const load = await HttpLoad.open(url, { clients, tokens }, ground.wishOf);
      return new HttpSide(link, load, tables, ground);
    } catch (thrown) {
      await link.close();
      throw thrown;
    }
  }

  usePool(size: number): Promise<void> {
    return this.link.call('usePool', size);
  }

  reset(): Promise<void> {
    return this.tables.reset();
  }

  attempt(client: number, attempt: Attempt): Promise<Answer> {
    return this.load.attempt(client, attempt);
  }

  books(): Promise<Books> {
    return this.tables.books();
  }

  cpu(): Promise<CpuTimes> {
    const { postgres } = this.ground;
    return Promise.resolve({
      PostgreSQL: cpuSeconds(postgres.pids()),
      'web server': cpuSeconds([this.link.pid]),
    });
  }

  async close(): Promise<void> {
    this.load.close();
    await this.link.close();
  }
}
