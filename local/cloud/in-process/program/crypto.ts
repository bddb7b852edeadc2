import * as crypto from 'node:crypto';
import { inTurns } from './in-turns';
import type { Program } from './program';

type Done<T> = (error: null, value: T) => void;

const HEX = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/;

const bytesOf = (view: ArrayBufferView): Uint8Array =>
  new Uint8Array(view.buffer, view.byteOffset, view.byteLength);

/** The functions of node:crypto that make random values, from the program's own stream. */
function randomFunctions(program: Program): Record<string, unknown> {
  const { random } = program;
  const later = <T>(value: T, done: Done<T> | undefined): T | undefined => {
    if (done === undefined) return value;
    program.defer(() => done(null, value));
    return undefined;
  };
  const bytes = (size: number): Buffer => {
    const made = Buffer.alloc(size);
    random.fill(made);
    return made;
  };
  const fill = <T extends ArrayBufferView | ArrayBuffer>(target: T, offset = 0, size?: number): T => {
    const all = ArrayBuffer.isView(target) ? bytesOf(target) : new Uint8Array(target);
    random.fill(all.subarray(offset, size === undefined ? undefined : offset + size));
    return target;
  };
  const uuid = (): string => {
    const made = bytes(16);
    // Version 4, variant 1 (RFC 9562, section 5.4).
    made[6] = ((made[6] ?? 0) & 0x0f) | 0x40;
    made[8] = ((made[8] ?? 0) & 0x3f) | 0x80;
    return made.toString('hex').replace(HEX, '$1-$2-$3-$4-$5');
  };
  const integer = (...given: (number | Done<number> | undefined)[]): number | undefined => {
    const limits = given.filter((one) => typeof one === 'number');
    const [low = 0, high = 0] = limits.length === 1 ? [0, ...limits] : limits;
    const done = given.find((one) => typeof one === 'function');
    return later(low + random.below(high - low), done);
  };
  return {
    randomBytes: (size: number, done?: Done<Buffer>) => later(bytes(size), done),
    pseudoRandomBytes: (size: number, done?: Done<Buffer>) => later(bytes(size), done),
    randomFillSync: fill,
    randomFill: (target: ArrayBufferView, ...rest: (number | Done<ArrayBufferView>)[]) => {
      const [offset, size] = rest.filter((one) => typeof one === 'number');
      const done = rest.find((one) => typeof one === 'function');
      later(fill(target, offset, size), done);
    },
    randomInt: integer,
    randomUUID: uuid,
    getRandomValues: fill,
  };
}

/** What a program sees as the global `crypto`: the real one but for its randomness. */
export function webCryptoOf(program: Program): object {
  const { getRandomValues, randomUUID } = randomFunctions(program);
  return Object.create(crypto.webcrypto, {
    getRandomValues: { value: getRandomValues },
    randomUUID: { value: randomUUID },
    // The getter of the real object refuses to be asked through another one.
    subtle: { value: crypto.webcrypto.subtle },
  }) as object;
}

/** What a program sees as node:crypto. Keys that are generated stay truly random. */
export function cryptoOf(program: Program, webcrypto: unknown): Record<string, unknown> {
  return { ...inTurns(crypto, program), ...randomFunctions(program), webcrypto };
}
