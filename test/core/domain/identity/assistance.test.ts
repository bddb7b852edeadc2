import { describe, expect, test } from '@jest/globals';
import { MINUTE_MS } from '@core/domain/calendar-day';
import {
  assistanceAllows,
  assistanceEndsAt,
  assistanceState,
  endAssistance,
  seeVolunteer,
  startAssistance,
  type Assistance,
} from '@core/domain/identity/assistance';
import fc from 'fast-check';

const PURPOSES = ['bind', 'book', 'way'] as const;
type Purpose = (typeof PURPOSES)[number];
const OFFER = { purposes: PURPOSES, minutes: [30, 60] };
const T0 = 1_773_100_800_000;
const minutes = (count: number) => count * MINUTE_MS;

const asked: Assistance<Purpose> = {
  purposes: ['book', 'way'],
  askedAt: T0,
  answerBy: T0 + minutes(10),
  startedAt: null,
  expiresAt: null,
  seenAt: null,
  awayMs: minutes(15),
  endedAt: null,
  endedBy: null,
};

const started = (now = T0): Assistance<Purpose> => {
  const result = startAssistance(asked, { purposes: ['book'], minutes: 30 }, { offer: OFFER, now });
  if (!result.ok) throw new Error(result.error);
  return result.value;
};

describe('an assistance', () => {
  test('allows nothing before the patient has said yes', () => {
    expect(assistanceState(asked, T0)).toBe('asked');
    expect(assistanceAllows(asked, 'book', T0)).toBe(false);
    expect(assistanceState(asked, asked.answerBy)).toBe('unanswered');
  });

  test('allows what the patient agreed to, not what was asked for', () => {
    expect(PURPOSES.map((purpose) => assistanceAllows(started(), purpose, T0))).toEqual([false, true, false]);
  });

  test('ends by time', () => {
    const busy = { ...started(), seenAt: T0 + minutes(29) };
    expect(assistanceState(busy, T0 + minutes(30) - 1)).toBe('running');
    expect(assistanceState(busy, T0 + minutes(30))).toBe('expired');
  });

  test('ends when the volunteer stays away, and goes on while the phone is seen', () => {
    expect(assistanceState(started(), T0 + minutes(15))).toBe('left');
    const seen = seeVolunteer(started(), T0 + minutes(14));
    expect(seen && assistanceState(seen, T0 + minutes(28))).toBe('running');
    expect(seeVolunteer(started(), T0 + minutes(15))).toBeNull();
    expect(seeVolunteer(started(), T0 + 1)).toBeNull();
    expect(assistanceEndsAt(started())).toBe(T0 + minutes(15));
  });

  test('ends by a tap of either side, once', () => {
    const ended = endAssistance(started(), 'patient', T0 + 1);
    expect(assistanceAllows(ended, 'book', T0 + 1)).toBe(false);
    expect(endAssistance(ended, 'volunteer', T0 + 2)).toBe(ended);
    expect(assistanceState(endAssistance(asked, 'declined', T0), T0)).toBe('declined');
  });

  test.each([
    { purposes: [], minutes: 30 },
    { purposes: ['pay'], minutes: 30 },
    { purposes: ['book'], minutes: 600 },
  ])('does not start on terms that nobody offered: $purposes for $minutes minutes', (terms) => {
    const result = startAssistance<Assistance>(asked, terms, { offer: OFFER, now: T0 });
    expect(result).toMatchObject({ error: 'ASSISTANCE_TERMS' });
  });

  test('does not start when it is over', () => {
    const terms = { purposes: ['book' as const], minutes: 30 };
    const now = T0 + minutes(10);
    expect(startAssistance(asked, terms, { offer: OFFER, now })).toMatchObject({ error: 'ASSISTANCE_OVER' });
  });
});

type Step =
  | { readonly do: 'start'; readonly purposes: readonly Purpose[]; readonly minutes: number }
  | { readonly do: 'end'; readonly by: 'patient' | 'volunteer' }
  | { readonly do: 'see' }
  | { readonly do: 'wait'; readonly ms: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('start' as const),
    purposes: fc.subarray([...PURPOSES]),
    minutes: fc.constantFrom(30, 60, 90),
  }),
  fc.record({
    do: fc.constant('end' as const),
    by: fc.constantFrom('patient' as const, 'volunteer' as const),
  }),
  fc.record({ do: fc.constant('see' as const) }),
  fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: minutes(20) }) }),
);

describe('any sequence of start, end, sight and time', () => {
  test('lets a volunteer do exactly what the reference lets them do: nothing after an end, a limit, being away, or without the yes', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        let assistance = asked;
        let now = T0;
        // The reference: what was agreed, until when at the latest, and when the phone was last seen.
        let agreed: readonly Purpose[] = [];
        let latest = 0;
        let seen = 0;
        let over = false;
        for (const one of steps) {
          if (one.do === 'wait') now += one.ms;
          over ||= now >= (latest === 0 ? asked.answerBy : Math.min(latest, seen + asked.awayMs));
          const result = one.do === 'start' ? startAssistance(assistance, one, { offer: OFFER, now }) : null;
          if (one.do === 'start' && result?.ok) {
            expect(over || latest > 0 || one.purposes.length === 0 || one.minutes === 90).toBe(false);
            assistance = result.value;
            agreed = one.purposes;
            latest = now + minutes(one.minutes);
            seen = now;
          }
          if (one.do === 'see') {
            assistance = seeVolunteer(assistance, now) ?? assistance;
            if (!over && now - seen >= MINUTE_MS) seen = now;
          }
          if (one.do === 'end') {
            assistance = endAssistance(assistance, one.by, now);
            over = true;
          }
          for (const purpose of PURPOSES) {
            const isAllowed = assistanceAllows(assistance, purpose, now);
            expect(isAllowed).toBe(!over && latest > 0 && agreed.includes(purpose));
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
