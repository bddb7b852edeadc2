import { randomBytes } from 'node:crypto';

/** Gives that many random bytes. A simulation gives its own, so that everything repeats. */
export type RandomBytes = (size: number) => Buffer;

/** The random parts of numbers and answers. */
export class Random {
  constructor(private readonly bytes: RandomBytes = randomBytes) {}

  /** Decimal digits. */
  digits(count: number): string {
    return Array.from(this.bytes(count), (byte) => byte % 10).join('');
  }

  /** Lower case, two characters for each byte. */
  hex(size: number): string {
    return this.bytes(size).toString('hex');
  }

  /** What the interfaces use for nonces and signatures: 32 characters. */
  text(): string {
    return this.hex(16).toUpperCase();
  }
}
