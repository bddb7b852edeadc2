import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { contract } from '@core/contract/index';
import type { Procedure } from '@core/contract/procedure';
import * as v from 'valibot';
import { COLLECTIONS, documentsOf } from '../documents';
import { openHospitalUnderTest, type HospitalUnderTest } from '../hospital-under-test';
import { sampleInput, scalarPaths, withValueAt } from './sample-input';

jest.setTimeout(120_000);

/** Every procedure there is, and an input that its schema takes. */
const PROCEDURES = Object.values(contract).flatMap((context) =>
  Object.entries<Procedure>(context.procedures).map(([name, procedure]) => ({
    context: context.name,
    name,
    procedure,
  })),
);

const deep = (levels: number): unknown => (levels === 0 ? 'x' : { $and: [deep(levels - 1)] });

const HOSTILE: readonly [string, unknown][] = [
  ['an operator', { $ne: null }],
  ['a pattern', { $regex: '.*' }],
  ['a look-alike of extended JSON', { $numberInt: '1' }],
  ['a list', ['abcdef']],
  ['nothing', null],
  ['a number', 12],
  ['a fraction', 1e300],
  ['another truth', 'true'],
  ['a dotted name', '__proto__.polluted'],
  ['an operator as text', '$where'],
  ['a forged log line', 'abcdef\n{"level":"error"}'],
  ['a text without end', 'a'.repeat(100_000)],
  ['something deep', deep(200)],
  ['half a character', '\ud800abcdef'],
];

describe('every procedure', () => {
  let hospital: HospitalUnderTest;
  let before: unknown;
  const stored = () => Promise.all(COLLECTIONS.map((name) => documentsOf(hospital.cloud, name)));
  beforeAll(async () => {
    hospital = await openHospitalUnderTest();
    before = await stored();
  });
  afterAll(() => hospital.close());

  const call = async (context: string, data: Record<string, unknown>, openid: string | null = 'oHostile') => {
    const answer = await hospital.cloud.invoke({
      name: context,
      data,
      ...(openid ? { openid } : { source: 'wx_client' }),
    });
    return answer.result as { ok: boolean; error?: string; detail?: { field?: string } } | undefined;
  };

  test('takes the samples that the others are made from', () => {
    expect(PROCEDURES.length).toBeGreaterThan(20);
    for (const { procedure } of PROCEDURES) {
      expect(v.safeParse(procedure.input, sampleInput(procedure)).issues).toBeUndefined();
    }
  });

  test.each(PROCEDURES)(
    'of $context refuses what does not fit, and says only which declared field: $name',
    async (one) => {
      const { context, name: procedure, procedure: declared } = one;
      const sample = sampleInput(declared);
      for (const path of scalarPaths(sample)) {
        for (const [what, value] of HOSTILE) {
          const input = withValueAt(sample, path, value);
          // What a schema takes is no attack on it: free text may hold a dollar sign or be a name with dots.
          if (v.safeParse(declared.input, input).success) {
            expect([what, ['string', 'number', 'object']]).toEqual([
              what,
              expect.arrayContaining([typeof value]),
            ]);
            continue;
          }
          const answer = await call(context, { procedure, input });
          expect({ what, answer }).toEqual({
            what,
            answer: { ok: false, error: 'INVALID_INPUT', detail: expect.anything() },
          });
          expect(['input', path[0]]).toContain(answer?.detail?.field?.split('.')[0]);
        }
      }
      const whole: readonly unknown[] = [
        undefined,
        null,
        'x',
        ['x'],
        { ...sample, extra: 1 },
        { ...sample, $where: '1' },
        { ...sample, 'a.b': 1 },
        JSON.parse(
          `{"__proto__":{"polluted":1}${Object.keys(sample).length ? ',' : ''}${JSON.stringify(sample).slice(1)}`,
        ),
        { ...sample, constructor: { prototype: 1 } },
      ];
      for (const input of whole) {
        const answer = await call(context, { procedure, input });
        expect(answer).toEqual({ ok: false, error: 'INVALID_INPUT', detail: { field: 'input' } });
      }
    },
  );

  test.each(PROCEDURES)(
    'of $context asks who calls before anything else: $name',
    async ({ context, name, procedure }) => {
      const answer = await call(context, { procedure: name, input: sampleInput(procedure) }, null);
      expect(answer).toEqual({ ok: false, error: 'NOT_FOUND', detail: null });
    },
  );

  test('is one of those that are declared: nothing inherited, nothing of another context', async () => {
    const names = [
      '',
      'nothing',
      'constructor',
      '__proto__',
      'toString',
      'hasOwnProperty',
      'bindPatient',
      7,
      null,
      {},
    ];
    for (const procedure of names) {
      expect(await call('booking', { procedure, input: {} })).toEqual({
        ok: false,
        error: 'NOT_FOUND',
        detail: null,
      });
    }
    expect(await call('booking', {})).toEqual({ ok: false, error: 'NOT_FOUND', detail: null });
  });

  test('may be written to the longest text, and one character more is refused', async () => {
    const sample = sampleInput(contract.identity.procedures.bindPatient);
    const answer = await call('identity', {
      procedure: 'bindPatient',
      input: { ...sample, name: '王'.repeat(51) },
    });
    expect(answer).toMatchObject({ error: 'INVALID_INPUT', detail: { field: 'name' } });
  });

  test('refused for its input has changed nothing at all', async () => {
    expect(await stored()).toEqual(before);
  });
});
