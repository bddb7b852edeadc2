import { expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { contract } from '../../core/contract/index';
import type { Procedure } from '../../core/contract/procedure';

const HERE = 'test/cloudfunctions';

/** Refusals that are met on the way to any use case: the kernel's, told by tests of the kernel's guards. */
const ANYWHERE = new Set(['SIGNED_OUT', 'CONSENT_MISSING']);

/** What the tests of a running hospital say, or what they ask by. */
const written = (ends: RegExp): string =>
  readdirSync(HERE, { recursive: true, encoding: 'utf8' })
    .filter((file) => ends.test(file) && !file.includes('refusal-inventory'))
    .map((file) => readFileSync(path.join(HERE, file), 'utf8'))
    .join('\n');
const contexts: readonly {
  readonly name: string;
  readonly procedures: Readonly<Record<string, Procedure>>;
}[] = Object.values(contract);

const declared = contexts.flatMap(({ name, procedures }) =>
  Object.entries(procedures).flatMap(([procedure, { errors }]) =>
    errors.map((code) => ({ name, procedure, code })),
  ),
);

test('every refusal that a procedure declares is met by some test of a running hospital', () => {
  expect(declared.length).toBeGreaterThan(200);
  const stories = written(/(?:\.test|-stories)\.ts$/);
  const unmet = declared.filter(({ code }) => !stories.includes(`'${code}'`));
  expect(unmet).toEqual([]);
});

test('every procedure that refuses for reasons of its own is asked by name', () => {
  const asked = written(/\.ts$/);
  const unasked = declared.filter(
    ({ procedure, code }) => !ANYWHERE.has(code) && !asked.includes(`'${procedure}'`),
  );
  expect(unasked).toEqual([]);
});
