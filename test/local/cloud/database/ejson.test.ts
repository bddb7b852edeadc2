import { describe, expect, test } from '@jest/globals';
import { Binary, EJSON, ObjectId } from 'bson';
import fc from 'fast-check';
import { decodeDocument } from '../../../../local/cloud/database/values/decode';
import { encodeDocument } from '../../../../local/cloud/database/values/encode';
import type { Document } from '../../../../local/cloud/database/values/value';

const leaf: fc.Arbitrary<unknown> = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.double(),
  fc.integer(),
  fc.maxSafeInteger(),
  fc.constantFrom(null, true, false, 2 ** 31, -(2 ** 31), 2 ** 63, -(2 ** 63), 1e300, -0, NaN, -Infinity),
  fc.date({ noInvalidDate: true }),
  fc.constantFrom(/a.b/i, new ObjectId('0123456789abcdef01234567'), new Binary(Buffer.from('bytes'))),
);
const name = fc
  .oneof(fc.string(), fc.constantFrom('$gt', 'toString', 'a.b'))
  .filter((one) => one !== '__proto__' && !one.includes('\u0000'));
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(name, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

const decode = (text: string): Document => decodeDocument(text, 'query', (offset) => new Date(offset));

describe('EJSON', () => {
  test('is written exactly as the library writes it', () => {
    fc.assert(
      fc.property(value, (one) => {
        expect(encodeDocument({ one } as Document)).toBe(EJSON.stringify({ one }, { relaxed: false }));
      }),
      { numRuns: 1000 },
    );
  });

  test('is read as the library reads it, canonical or relaxed', () => {
    fc.assert(
      fc.property(value, fc.boolean(), (one, relaxed) => {
        const text = EJSON.stringify({ one }, { relaxed });
        expect(encodeDocument(decode(text))).toBe(EJSON.stringify(EJSON.parse(text), { relaxed: false }));
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['{"a":{"$numberInt":"-7"}}', -7],
    ['{"a":{"$numberInt":"12x"}}', 12],
    ['{"a":{"$numberLong":"9007199254740993"}}', 2 ** 53],
    ['{"a":{"$numberLong":"-1"}}', -1],
    ['{"a":{"$date":"2024-02-29T00:00:00Z"}}', new Date(Date.UTC(2024, 1, 29))],
    ['{"a":{"$date":{"$numberLong":"-5"}}}', new Date(-5)],
    ['{"a":{"$regex":"^b","$options":"i"}}', /^b/i],
  ])('%s is read as a value', (text, expected) => {
    expect(decode(text)).toEqual({ a: expected });
  });

  test.each([
    '{"a":{"$oid":"no id"}}',
    '{"a":{"$numberLong":"x"}}',
    '{"a":{"$date":{"$numberLong":"99999999999999999"}}}',
    '{"a":{"$minKey":1}}',
    '{"a":{"$numberDecimal":"1"}}',
    '{"a":{"$timestamp":{"t":1,"i":1}}}',
    '{"a":{"_bsontype":"Long"}}',
    `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
    `{"a":{"$oid":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`,
  ])('%.40s is refused', (text) => {
    expect(() => decode(text)).toThrow(expect.objectContaining({ code: 'INVALID_PARAM' }));
  });
});
