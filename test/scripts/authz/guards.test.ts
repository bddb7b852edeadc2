import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { GUARDS } from '../../../scripts/authz/guards';

test.each(GUARDS)('the guard "$name" stands in its file, once', ({ file, find, replace }) => {
  expect(readFileSync(file, 'utf8').split(find)).toHaveLength(2);
  expect(replace).not.toBe(find);
});
