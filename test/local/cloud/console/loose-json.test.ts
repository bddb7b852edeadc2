import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LooseJsonError, toStrictJson } from '../../../../local/cloud/console/documents/loose-json';

const read = (text: string): unknown => JSON.parse(toStrictJson(text)) as unknown;

describe('what a person types as JSON', () => {
  test('may have names without quotation marks, texts in single ones and a last comma', () => {
    expect(read(`{ status: 'free', "n": {$gt: 3}, 'a.b': [1, null, true,], }`)).toEqual({
      status: 'free',
      n: { $gt: 3 },
      'a.b': [1, null, true],
    });
  });

  test('may have names that hold a path, and numbers of any form', () => {
    expect(read(`{a.b.0: -1.5e3, 7: .5, $or: [{}]}`)).toEqual({ 'a.b.0': -1500, 7: 0.5, $or: [{}] });
  });

  test('keeps quotation marks, escapes and line breaks of texts', () => {
    expect(read(`['it\\'s', 'say "so"', "a\\n\\u0041", "two\nlines"]`)).toEqual([
      "it's",
      'say "so"',
      'a\nA',
      'two\nlines',
    ]);
  });

  test('keeps a name that every object has as a plain name', () => {
    expect(toStrictJson('{__proto__: {admin: true}}')).toBe('{"__proto__":{"admin":true}}');
  });

  test('is the same as JSON wherever it is JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) =>
        expect(read(JSON.stringify(value))).toEqual(JSON.parse(JSON.stringify(value))),
      ),
    );
  });

  test.each([
    ['', 'a value is expected at the end'],
    ['{a: 1', 'a comma or } is expected at the end'],
    ['{a 1}', 'a colon is expected at character 4, before "1}"'],
    ['{a: maybe}', 'a value is expected at character 5, before "maybe}"'],
    ['{a: 1} b', 'the end is expected at character 8, before "b"'],
    [`{a: 'b}`, 'a closing quotation mark is expected at character 5, before "\'b}"'],
    ['["\\x"]', '"\\x" is not a text'],
  ])('is refused with its place: %s', (text, message) => {
    expect(() => toStrictJson(text)).toThrow(new LooseJsonError(message));
  });

  test('is refused where it is nested too deep for any reader', () => {
    expect(() => toStrictJson('['.repeat(100_000))).toThrow('nested more than 200 levels deep');
  });
});
