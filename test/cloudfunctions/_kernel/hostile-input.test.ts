import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { contract } from '@core/contract/index';
import type { Procedure } from '@core/contract/procedure';
import * as v from 'valibot';
import { openHospitalUnderTest, type HospitalUnderTest } from '../hospital-under-test';

jest.setTimeout(120_000);

/** Every procedure there is, and an input that its schema takes. */
const PROCEDURES = Object.values(contract).flatMap((context) =>
  Object.entries<Procedure>(context.procedures).map(([name, procedure]) => ({
    context: context.name,
    name,
    procedure,
  })),
);

const SAMPLES: Readonly<Record<string, unknown>> = {
  requestId: 'request-000000000000',
  sessionId: 'dr-tian_2026-03-11_am',
  day: '2026-03-11',
  start: '09:00',
  acceptNearby: false,
  visitedBefore: false,
  relationship: 'self',
  identityNumber: '990099199001010017',
};

function sampleOf({ input }: Procedure): Record<string, unknown> {
  const { entries } = input as unknown as { entries: Readonly<Record<string, unknown>> };
  return Object.fromEntries(Object.keys(entries).map((field) => [field, SAMPLES[field] ?? 'abcdef']));
}

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
  beforeAll(async () => {
    hospital = await openHospitalUnderTest();
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
      expect(v.safeParse(procedure.input, sampleOf(procedure)).issues).toBeUndefined();
    }
  });

  test.each(PROCEDURES)(
    'of $context refuses what does not fit, and says only which declared field: $name',
    async (one) => {
      const { context, name: procedure, procedure: declared } = one;
      const sample = sampleOf(declared);
      for (const field of Object.keys(sample)) {
        for (const [what, value] of HOSTILE) {
          // What a schema takes is no attack on it: free text may hold a dollar sign or be a name with dots.
          if (v.safeParse(declared.input, { ...sample, [field]: value }).success) {
            expect([what, typeof value]).toEqual([what, 'string']);
            continue;
          }
          const answer = await call(context, { procedure, input: { ...sample, [field]: value } });
          expect({ what, answer }).toEqual({
            what,
            answer: { ok: false, error: 'INVALID_INPUT', detail: { field } },
          });
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
      const answer = await call(context, { procedure: name, input: sampleOf(procedure) }, null);
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
    const input = { ...SAMPLES, name: '王'.repeat(51), sessionId: undefined };
    const { requestId, identityNumber, relationship, visitedBefore, name } = input as Record<string, unknown>;
    const answer = await call('identity', {
      procedure: 'bindPatient',
      input: { requestId, identityNumber, relationship, visitedBefore, name },
    });
    expect(answer).toMatchObject({ error: 'INVALID_INPUT', detail: { field: 'name' } });
  });
});
