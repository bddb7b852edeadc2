import { HttpConnection } from '../instruments/http-connection';
import type { Attempt } from './demand';
import type { Answer } from './side';
import type { Wish } from './wish';

interface BookSlotResult {
  readonly ok?: boolean;
  readonly value?: { readonly appointmentId: string; readonly queueNumber: number };
  readonly error?: string;
}

/** The phones of one round: a connection for each client, a token for each caller. The same for every server. */
export class HttpLoad {
  private constructor(
    private readonly url: string,
    private readonly connections: HttpConnection[],
    private readonly tokens: readonly string[],
    private readonly wishOf: (attempt: Attempt) => Wish,
  ) {}

  static async open(
    url: string,
    { clients, tokens }: { readonly clients: number; readonly tokens: readonly string[] },
    wishOf: (attempt: Attempt) => Wish,
  ): Promise<HttpLoad> {
    const connections = await Promise.all(Array.from({ length: clients }, () => HttpConnection.open(url)));
    return new HttpLoad(url, connections, tokens, wishOf);
  }

  /** Taps once: the request that the mini program's client sends, to the server's `/invoke`. */
  async attempt(client: number, attempt: Attempt): Promise<Answer> {
    const connection = await this.connectionOf(client);
    const token = this.tokens[attempt.caller];
    if (token === undefined) throw new RangeError('No such caller');
    const call = { name: 'booking', data: { procedure: 'bookSlot', input: this.wishOf(attempt) } };
    const text = await connection.post('/invoke', `Bearer ${token}`, JSON.stringify(call));
    const answer = JSON.parse(text) as { result?: BookSlotResult; errMsg?: string };
    const { ok, value, error } = answer.result ?? {};
    if (ok === true && value) return { ok, appointmentId: value.appointmentId, seat: value.queueNumber };
    return { ok: false, error: error ?? answer.errMsg ?? 'no result' };
  }

  private async connectionOf(client: number): Promise<HttpConnection> {
    const kept = this.connections[client];
    if (kept && !kept.isClosed) return kept;
    const opened = await HttpConnection.open(this.url);
    this.connections[client] = opened;
    return opened;
  }

  close(): void {
    for (const connection of this.connections) connection.close();
  }
}
