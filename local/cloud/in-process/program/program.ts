import type { Actor } from '../world/actor';
import { Lane, type Post } from '../world/ready';
import type { Random } from '../world/random';
import type { World } from '../world/world';

/** What is known of a program when it starts. */
export interface ProgramOptions {
  world: World;
  /** Number of the process, for `process.pid`. */
  pid: number;
  name: string;
  random: Random;
  /** Hears of the program's end with the error that nobody caught, or the exit code. */
  onEnd: (reason: unknown) => void;
}

/** A timer or an immediate of a program. */
export interface Turn {
  cancel(): void;
}

/** One simulated process: what it does is done in turns of the world, and by nothing once it has ended. */
export class Program implements Actor {
  readonly pid: number;
  readonly name: string;
  readonly random: Random;
  readonly startedAt: number;
  /** Milliseconds by which its clock is ahead of the world's. */
  offset = 0;
  alive = true;
  readonly #world: World;
  readonly #lane: Lane;
  readonly #turns = new Set<Turn>();
  readonly #onEnd: (reason: unknown) => void;

  constructor({ world, pid, name, random, onEnd }: ProgramOptions) {
    this.pid = pid;
    this.name = name;
    this.random = random;
    this.#world = world;
    this.#lane = new Lane(this);
    this.#onEnd = onEnd;
    this.startedAt = world.now();
  }

  /** Epoch milliseconds by this program's own clock. */
  now(): number {
    return this.#world.now() + this.offset;
  }

  /** Does something in a turn of its own, after the turns that are already waiting. */
  defer(act: () => void): Turn {
    const turn = this.#turn();
    if (this.alive) this.#world.defer(this.#lane, turn.run(act));
    return turn;
  }

  /** Does something in a turn of its own, so many milliseconds from now. */
  after(milliseconds: number, act: () => void): Turn {
    const turn = this.#turn();
    if (!this.alive) return turn;
    const entry = this.#world.at(this.#world.now() + milliseconds, this.#lane, turn.run(act));
    const own = {
      cancel: () => {
        this.#turns.delete(own);
        turn.cancel();
        this.#world.cancel(entry);
      },
    };
    this.#turns.add(own);
    turn.onRun = () => this.#turns.delete(own);
    return own;
  }

  /** Sends something to another program; it does not arrive if this one has ended before. */
  send(post: Omit<Post, 'sender'>): void {
    if (this.alive) this.#world.post({ ...post, sender: this });
  }

  /** Takes bytes that it sends into the digest of the world. */
  note(bytes: string | Uint8Array): void {
    if (this.alive) this.#world.note(bytes);
  }

  failed(error: unknown): void {
    this.end(error);
  }

  /** Ends at once: its turns are dropped, and nothing that it still does has any effect. */
  end(reason: unknown): void {
    if (!this.alive) return;
    this.alive = false;
    this.#lane.clear();
    for (const turn of this.#turns) turn.cancel();
    this.#world.forget(this);
    this.#onEnd(reason);
  }

  #turn(): Turn & { run(act: () => void): () => void; onRun: () => void } {
    let cancelled = false;
    const turn = {
      onRun: (): void => undefined,
      cancel: () => {
        cancelled = true;
      },
      run: (act: () => void) => () => {
        turn.onRun();
        if (!cancelled) act();
      },
    };
    return turn;
  }
}
