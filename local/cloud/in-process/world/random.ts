import { createHash } from 'node:crypto';

/** A stream of numbers that depends on its seed only. */
export interface Random {
  /** A whole number from 0 to 2^32 - 1. */
  word(): number;
  /** A number from 0 up to 1, with 53 random bits, as Math.random gives. */
  fraction(): number;
  /** A whole number from 0 up to the limit, which is at most 2^48 as with crypto.randomInt. */
  below(limit: number): number;
  fill(bytes: Uint8Array): void;
}

const TWO_32 = 2 ** 32;
const TWO_26 = 2 ** 26;
const TWO_53 = 2 ** 53;

/** Chris Doty-Humphrey's sfc32, whose 128 bits of state are made from the seed by SHA-256. */
function sfc32(seed: string): () => number {
  const state = createHash('sha256').update(seed).digest();
  let a = state.readInt32LE(0);
  let b = state.readInt32LE(4);
  let c = state.readInt32LE(8);
  let counter = state.readInt32LE(12);
  return () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
}

/** Makes the stream of a seed. */
export function createRandom(seed: string): Random {
  const word = sfc32(seed);
  const fraction = (): number => ((word() >>> 5) * TWO_26 + (word() >>> 6)) / TWO_53;
  return {
    word,
    fraction,
    below: (limit) => (limit <= TWO_32 ? word() % limit : Math.floor(fraction() * limit)),
    fill: (bytes) => {
      for (let index = 0; index < bytes.length; index += 4) {
        const value = word();
        for (let part = 0; part < 4 && index + part < bytes.length; part += 1)
          bytes[index + part] = (value >>> (8 * part)) & 0xff;
      }
    },
  };
}
