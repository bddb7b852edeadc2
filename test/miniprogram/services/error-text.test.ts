import { describe, expect, test } from '@jest/globals';
import { contract } from '@core/contract/index';
import type { Procedure } from '@core/contract/procedure';
import { calendarDay } from '@core/domain/calendar-day';
import { errorText, textOf } from '../../../miniprogram/services/error-text';

/** Parameters of every kind at once: each text takes what it needs. */
const detail = {
  alternatives: [],
  clause: { clauseId: 'P-1', version: '2026-01', text: '同一天只能约一次' },
  decision: { rule: 'A2', outcome: 'window', amountFen: 2500, until: calendarDay('2026-03-10') },
  place: '一楼窗口',
  hours: '7:30–17:00',
  requestId: 'abcdef123456',
  opensAt: 0,
  retryAt: 0,
  until: 0,
  maximum: 2,
  count: 1,
  belowYears: 14,
  appointmentId: 'a1',
  paidAt: 0,
  day: calendarDay('2026-03-11'),
  lowestTenths: 340,
  highestTenths: 430,
  where: { name: '发热门诊', place: '儿科楼东侧', placeId: 'fever', phone: null },
  missing: [],
  amountFen: 1250,
  minutes: 10,
};

const SENT_TO = ['fever-clinic', 'children-fever-clinic', 'emergency'].map((outcome) => ({ outcome }));

/** What differs from code to code, each of which is said in words of its own. */
const OWN: Readonly<Record<string, readonly object[]>> = {
  FLAGGED: SENT_TO,
  FEE_BARRED: SENT_TO,
  BILL_LAPSED: [{ until: calendarDay('2026-03-13') }],
  NOT_NOW: ['arrived', 'called', 'passed', 'held', 'in-room', 'finished'].map((state) => ({ state })),
  AREA_CODE_OLD: [{ area: { areaId: 'a', name: '东侧候诊区', place: '1 楼东侧', placeId: 'a' } }],
  STOP_DECIDED: ['requested', 'running', 'done', 'declined', 'withdrawn'].map((state) => ({ state })),
  ADMISSION_ENDED: ['admitted', 'cancelled'].map((state) => ({ state })),
  REFUND_REFUSED: [{}, { missing: ['print-invoice'] }],
};

/** A sentence that an old person reads standing. */
const LONGEST = 60;

const codes = Object.keys(errorText) as (keyof typeof errorText)[];

describe('the words of refusals', () => {
  test('there is one for every code of the contract', () => {
    const contexts: readonly { readonly procedures: Readonly<Record<string, Procedure>> }[] =
      Object.values(contract);
    const declared = contexts.flatMap(({ procedures }) =>
      Object.values(procedures).flatMap(({ errors }) => errors),
    );
    expect(declared.length).toBeGreaterThan(40);
    expect(declared.filter((code) => !(codes as string[]).includes(code))).toEqual([]);
  });

  test.each(codes)('%s says what, why and what next, in Chinese, without its code', (code) => {
    for (const own of OWN[code] ?? [{}]) {
      const text = textOf({ ok: false, error: code, detail: { ...detail, ...own } });
      for (const words of [text.title, text.reason, text.next]) {
        expect(words).toMatch(/\p{Script=Han}{2}/u);
        expect(words).not.toMatch(/undefined|null|NaN|\[object/);
        // Neither code names nor the words of those who build such things; what follows 编号 is a number to read out.
        expect(words.replaceAll(/Wi-Fi|编号 \w+/g, '')).not.toMatch(/[A-Za-z]{2,}/);
        expect(words.length).toBeLessThanOrEqual(LONGEST);
      }
      expect(text.title.length).toBeLessThanOrEqual(20);
      expect(text.action?.label ?? '').not.toBe('');
    }
  });

  test.each(['ROLE_CODE_REJECTED', 'PRACTITIONER_MISMATCH', 'PAIRING_UNKNOWN', 'NUMBER_UNKNOWN'] as const)(
    '%s leaves what was typed where it can be mended',
    (error) => expect(textOf({ ok: false, error, detail }).action?.kind).toBe('dismiss'),
  );

  test('a refusal quotes the clause of the hospital', () => {
    expect(textOf({ ok: false, error: 'OVERLAPS', detail }).reason).toContain('同一天只能约一次');
  });
});
