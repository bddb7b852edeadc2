import type { Program } from '../program/program';
import type { Answer, Request } from './message';

/** Where a port leads: the program that listens there. */
export interface Listening {
  program: Program;
  /** Called in a turn of the program; `undefined` as answer is a connection cut off. */
  serve: (request: Request, answer: (answer: Answer | undefined) => void) => void;
}

const FIRST_FREE_PORT = 49_152;

/** Carries requests between the programs of a world; each way is a step of its own. */
export class Network {
  readonly #ports = new Map<number, Listening>();
  #next = FIRST_FREE_PORT;

  /** Listens on a port, or on a free one for 0; answers which. */
  open(port: number, listening: Listening): number {
    const chosen = port === 0 ? this.#next++ : port;
    if (this.#ports.has(chosen)) throw new Error(`port ${chosen} is in use`);
    this.#ports.set(chosen, listening);
    return chosen;
  }

  close(port: number): void {
    this.#ports.delete(port);
  }

  /** Whether somebody listens there. */
  reaches(host: string, port: number): boolean {
    return (host === '127.0.0.1' || host === 'localhost') && this.#ports.has(port);
  }

  /**
   * Sends a request; the answer comes in a turn of the sender, `undefined` where the connection was cut
   * off. Nothing arrives any more once the sender has ended.
   */
  send(from: Program, port: number, request: Request, receive: (answer: Answer | undefined) => void): void {
    const server = this.#ports.get(port);
    if (server === undefined) return;
    const { program, serve } = server;
    const name = `${request.method} ${from.name}`;
    from.note(request.body);
    from.send({
      label: `request ${name}`,
      actor: program,
      act: () =>
        serve(request, (answer) => {
          if (!from.alive) return;
          if (answer !== undefined) program.note(answer.body);
          program.send({ label: `answer ${name}`, actor: from, act: () => receive(answer) });
        }),
    });
  }
}
