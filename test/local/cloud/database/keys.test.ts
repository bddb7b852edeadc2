import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ObjectId } from 'bson';
import { compareValues } from '../../../../local/cloud/database/values/compare';
import { decodeStored } from '../../../../local/cloud/database/values/decode';
import { encodeDocument } from '../../../../local/cloud/database/values/encode';
import { encodeKey } from '../../../../local/cloud/database/values/key';
import type { Value } from '../../../../local/cloud/database/values/value';

const text = fc.string({
  unit: fc.constantFrom('a', 'b', '\u0000', '\u0001', '\u0002', '\u0003', 'é', '\uffff', '😀'),
});
const scalar: fc.Arbitrary<Value> = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.double(),
  fc.integer(),
  text,
  fc.date({ noInvalidDate: true }),
  fc.constantFrom(new ObjectId('507f1f77bcf86cd799439011'), new ObjectId('507f1f77bcf86cd799439012')),
);
const { value } = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc
      .dictionary(fc.constantFrom('a', 'b', 'c'), tie('value'), { maxKeys: 3 })
      .map((fields) => ({ ...fields })),
  ),
}));

/** Order of the UTF-8 bytes, which is how SQLite compares text. */
function byteOrder(left: string, right: string): number {
  return Math.sign(Buffer.compare(Buffer.from(left), Buffer.from(right)));
}

describe('the key of a value', () => {
  test('sorts as MongoDB sorts the value', () => {
    fc.assert(
      fc.property(value, value, (left, right) => {
        expect(byteOrder(encodeKey(left), encodeKey(right))).toBe(Math.sign(compareValues(left, right)));
      }),
      { numRuns: 2000 },
    );
  });

  test('is never the beginning of another key, so that keys can be joined', () => {
    fc.assert(
      fc.property(value, value, (left, right) => {
        const [short, long] = [encodeKey(left), encodeKey(right)];
        expect(long.startsWith(short)).toBe(short === long);
      }),
      { numRuns: 2000 },
    );
  });

  test('holds no NUL, at which SQLite would cut it', () => {
    fc.assert(
      fc.property(value, (one) => {
        expect(encodeKey(one)).not.toContain('\u0000');
      }),
    );
  });
});

describe('a stored document', () => {
  test('comes back exactly as it was written', () => {
    fc.assert(
      fc.property(value, (one) => {
        expect(decodeStored(encodeDocument({ one }))).toEqual({ one });
      }),
      { numRuns: 1000 },
    );
  });
});
