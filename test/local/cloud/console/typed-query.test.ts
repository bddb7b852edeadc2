import { describe, expect, test } from '@jest/globals';
import { typedOrder, typedQuery } from '../../../../local/cloud/console/documents/typed-query';

describe('a typed search', () => {
  test.each([
    ['', '{}'],
    ['  {n: {$gt: 1}} ', '{"n":{"$gt":1}}'],
    ['note-1', '{"_id":{"$in":["note-1"]}}'],
    ['5', '{"_id":{"$in":["5",5]}}'],
    ['"5"', '{"_id":"5"}'],
    ["'it is'", '{"_id":"it is"}'],
    ['<b>', '{"_id":{"$in":["<b>"]}}'],
  ])('%s means %s', (typed, query) => {
    expect(typedQuery(typed)).toBe(query);
  });

  test.each([
    ['', undefined],
    ['day', '{"day":1}'],
    ['-day', '{"day":-1}'],
    ['{day: -1, n: 1}', '{"day":-1,"n":1}'],
  ])('is in the order %s', (typed, order) => {
    expect(typedOrder(typed)).toBe(order);
  });

  test('says which of its parts cannot be read', () => {
    expect(() => typedQuery('{a')).toThrow(/^the query: a colon/);
    expect(() => typedQuery('[1]')).toThrow(/^the query: .* not a list/);
    expect(() => typedOrder('{a')).toThrow(/^the order: a colon/);
  });
});
