import { describe, expect, test } from '@jest/globals';
import { DatabaseError, DuplicateKeyError, storeError } from '../../../cloudfunctions/_store/store-errors';

describe('an error of the database', () => {
  test.each([
    {
      errCode: -502001,
      errMsg: 'document.add:fail E11000 duplicate key error collection: c index: liveKeys dup key',
    },
    new Error(
      '[FailedOperation] multiple write errors: E11000 duplicate key error index: liveKeys dup key: {}',
    ),
  ])('that means a duplicate key is told by its index: %#', (thrown) => {
    const error = storeError(thrown);
    expect(error instanceof DuplicateKeyError && error.index).toBe('liveKeys');
  });

  test.each([
    [{ errCode: -501007, errMsg: 'Invalid value 试验人 19900000101' }, '-501007'],
    [
      Object.assign(new Error('the name 试验人 is wrong'), { code: 'DATABASE_REQUEST_FAILED' }),
      'DATABASE_REQUEST_FAILED',
    ],
    [undefined, 'unknown'],
    ['试验人', 'unknown'],
  ])('keeps its code and nothing of its message: %#', (thrown, code) => {
    const error = storeError(thrown);
    expect(error instanceof DatabaseError && error.code).toBe(code);
    expect(`${error.message} ${String(error.stack)}`).not.toMatch(/试验人|19900000101/);
  });
});
