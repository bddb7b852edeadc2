/** When users were last seen: some interfaces serve only those who opened the mini program lately. */
export class Visits {
  readonly #now: () => number;
  readonly #seen = new Map<string, number>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** A user asked something of the cloud. */
  mark(openid: string): void {
    this.#seen.set(openid, this.#now());
  }

  /** Whether a user was seen within so many milliseconds; after a restart nobody was. */
  within(openid: string, milliseconds: number): boolean {
    const at = this.#seen.get(openid);
    return at !== undefined && this.#now() - at <= milliseconds;
  }
}
