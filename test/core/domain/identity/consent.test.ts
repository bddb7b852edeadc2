import { describe, expect, test } from '@jest/globals';
import { calendarDay, clockTime, DAY_MS, instantAt } from '@core/domain/calendar-day';
import {
  consentAllows,
  consentState,
  grantConsent,
  revokeConsent,
  type Consent,
} from '@core/domain/identity/consent';
import fc from 'fast-check';

const SCOPES = ['book', 'pay', 'reports'] as const;
type Scope = (typeof SCOPES)[number];
const OFFER = { scopes: SCOPES, days: [1, 30] };
const NOON = instantAt(calendarDay('2026-03-10'), clockTime('12:00'));

const granted = (scopes: readonly Scope[], days: number, now = NOON): Consent<Scope> => {
  const result = grantConsent<Scope>({ scopes, days }, OFFER, now);
  if (!result.ok) throw new Error(result.error);
  return result.value;
};

describe('a consent to a relative', () => {
  test('for one day ends at midnight in Shanghai, and not a moment earlier or later', () => {
    const consent = granted(['book'], 1);
    const midnight = instantAt(calendarDay('2026-03-11'), clockTime('00:00'));
    expect(consent.until).toBe(midnight);
    expect(consentAllows(consent, 'book', midnight - 1)).toBe(true);
    expect(consentState(consent, midnight)).toBe('expired');
  });

  test('allows what was ticked and nothing beside it', () => {
    const consent = granted(['book', 'pay'], 30);
    expect(SCOPES.map((scope) => consentAllows(consent, scope, NOON))).toEqual([true, true, false]);
  });

  test('is over at once when revoked, also on a clock that is behind', () => {
    const consent = revokeConsent(granted(['book'], 30), NOON);
    expect(consentState(consent, NOON - 60_000)).toBe('revoked');
    expect(revokeConsent(consent, NOON + 1)).toBe(consent);
  });

  test.each([
    { scopes: [], days: 30 },
    { scopes: ['book', 'bind'], days: 30 },
    { scopes: ['book'], days: 31 },
  ])('is refused on terms that nobody offered: $scopes for $days days', (terms) => {
    expect(grantConsent<string>(terms, OFFER, NOON)).toMatchObject({ error: 'CONSENT_TERMS' });
  });

  test('nobody may do anything without one', () => {
    expect(consentAllows<Scope>(null, 'book', NOON)).toBe(false);
  });
});

type Step =
  | { readonly do: 'grant'; readonly scopes: readonly Scope[]; readonly days: number }
  | { readonly do: 'revoke' }
  | { readonly do: 'wait'; readonly ms: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('grant' as const),
    scopes: fc.subarray([...SCOPES]),
    days: fc.constantFrom(1, 7, 30),
  }),
  fc.record({ do: fc.constant('revoke' as const) }),
  fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 40 * DAY_MS }) }),
);

/**
 * The reference: for each scope, until when it may be used; nothing else is known. A grant on the hospital's terms replaces
 * everything, a revocation clears everything, time does the rest.
 */
class Model {
  private readonly until = new Map<Scope, number>();

  grant(scopes: readonly Scope[], days: number, now: number): void {
    if (scopes.length === 0 || !OFFER.days.includes(days)) return;
    this.until.clear();
    const dayNumber = Math.floor((now + 8 * 3_600_000) / DAY_MS);
    for (const scope of scopes) this.until.set(scope, (dayNumber + days) * DAY_MS - 8 * 3_600_000);
  }

  revoke(): void {
    this.until.clear();
  }

  allows = (scope: Scope, now: number): boolean => now < (this.until.get(scope) ?? 0);
}

describe('any sequence of grant, expire and revoke', () => {
  test('lets a relative do exactly what the reference model lets them do', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const model = new Model();
        let consent: Consent<Scope> | null = null;
        let now = NOON;
        for (const one of steps) {
          if (one.do === 'wait') now += one.ms;
          if (one.do === 'revoke') {
            model.revoke();
            consent = consent && revokeConsent(consent, now);
          }
          if (one.do === 'grant') {
            model.grant(one.scopes, one.days, now);
            const result = grantConsent<Scope>(one, OFFER, now);
            if (result.ok) consent = result.value;
          }
          for (const scope of SCOPES) {
            expect(consentAllows<Scope>(consent, scope, now)).toBe(model.allows(scope, now));
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
