import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CloudError } from '../../../../local/cloud/database';
import { compileUpdate } from '../../../../local/cloud/database/update/apply-update';
import type { Document, Value } from '../../../../local/cloud/database/values/value';

const leaf: fc.Arbitrary<Value> = fc.oneof(
  fc.integer({ min: -5, max: 5 }),
  fc.constantFrom('x', 'y', null, true),
);
const field: fc.Arbitrary<Value> = fc.oneof(
  leaf,
  fc.array(leaf, { maxLength: 4 }),
  fc.dictionary(fc.constantFrom('p', 'q'), leaf, { maxKeys: 2 }).map((fields) => ({ ...fields })),
);
const document: fc.Arbitrary<Document> = fc
  .record({ a: field, b: field, c: field }, { requiredKeys: [] })
  .map((fields) => ({ _id: 'x', ...fields }) as Document);
const path = fc.constantFrom('a', 'b', 'c', 'a.p', 'b.q', 'a.0', 'c.1', 'd.e.f');
const operation = fc.tuple(
  fc.constantFrom('$set', '$unset', '$inc', '$mul', '$min', '$max', '$push', '$addToSet', '$pull', '$pop'),
  path,
  field,
);

/** Runs an update; MongoDB's refusal counts as an outcome, anything else fails the test. */
function attempt(update: Document, before: Document): Document | CloudError {
  try {
    return compileUpdate(update)(before);
  } catch (error) {
    if (error instanceof CloudError && error.code === 'DATABASE_REQUEST_FAILED') return error;
    throw error;
  }
}

describe('an update', () => {
  test('never changes the stored document, and either succeeds or is refused in the way of MongoDB', () => {
    fc.assert(
      fc.property(document, operation, (before, [operator, at, operand]) => {
        const copy = structuredClone(before);
        const after = attempt({ [operator]: { [at]: operand } }, before);
        expect(before).toEqual(copy);
        if (!(after instanceof CloudError)) expect(after['_id']).toBe('x');
      }),
      { numRuns: 2000 },
    );
  });

  test('that sets, takes away or bounds a field gives the same when it is done twice', () => {
    const idempotent = fc.tuple(fc.constantFrom('$set', '$unset', '$min', '$max', '$addToSet'), path, leaf);
    fc.assert(
      fc.property(document, idempotent, (before, [operator, at, operand]) => {
        const update = { [operator]: { [at]: operand } };
        const once = attempt(update, before);
        if (once instanceof CloudError) return;
        expect(attempt(update, once)).toEqual(once);
      }),
      { numRuns: 1000 },
    );
  });

  test('that increments and then decrements gives the number back', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (from, by) => {
        const up = compileUpdate({ $inc: { n: by } })({ _id: 1, n: from });
        expect(compileUpdate({ $inc: { n: -by } })(up)).toEqual({ _id: 1, n: from });
      }),
    );
  });

  test('that pushes agrees with the array functions of the language', () => {
    const list = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 6 });
    fc.assert(
      fc.property(
        list,
        list,
        fc.integer({ min: -8, max: 8 }),
        fc.integer({ min: -8, max: 8 }),
        (from, each, position, keep) => {
          const update = compileUpdate({ $push: { l: { $each: each, $position: position, $slice: keep } } });
          const expected = [...from];
          expected.splice(position, 0, ...each);
          const slice = keep < 0 ? expected.slice(keep) : expected.slice(0, keep);
          expect(update({ _id: 1, l: from })['l']).toEqual(slice);
        },
      ),
    );
  });
});
