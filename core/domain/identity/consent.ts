import { addDays, dayOf, startOfDay } from '../calendar-day';
import { accept, refuse, type Result } from '../result';

/**
 * What a patient lets one relative do, and for how long. There is one for each patient and relative: granting again puts
 * other terms in its place, so that a single revocation ends everything at once.
 */
export interface Consent<Scope extends string = string> {
  readonly scopes: readonly Scope[];
  /** Epoch milliseconds; `until` no longer counts. */
  readonly from: number;
  readonly until: number;
  readonly revokedAt: number | null;
}

export type ConsentState = 'not-yet' | 'in-force' | 'expired' | 'revoked';

/** Revoked counts at once, also on a server whose clock is behind the one that wrote it down. */
export function consentState({ from, until, revokedAt }: Consent, now: number): ConsentState {
  if (revokedAt !== null) return 'revoked';
  if (now >= until) return 'expired';
  return now < from ? 'not-yet' : 'in-force';
}

/** Whether the relative may do this now. Without a consent nobody may. */
export const consentAllows = <Scope extends string>(
  consent: Consent<Scope> | null,
  scope: Scope,
  now: number,
): boolean => consent !== null && consentState(consent, now) === 'in-force' && consent.scopes.includes(scope);

/** What a patient may choose from. */
export interface ConsentOffer<Scope extends string = string> {
  readonly scopes: readonly Scope[];
  /** Numbers of civil days; 1 ends at midnight. */
  readonly days: readonly number[];
}

export interface ConsentTerms<Scope extends string = string> {
  readonly scopes: readonly Scope[];
  readonly days: number;
}

/**
 * The consent that these terms make, from now on. Refuses what is not on offer. It ends with `latest` at the latest: nobody
 * allows for longer than they may decide themselves.
 */
export function grantConsent<Scope extends string>(
  terms: ConsentTerms<Scope>,
  offer: ConsentOffer<Scope>,
  now: number,
  latest: number = Number.POSITIVE_INFINITY,
): Result<Consent<Scope>, { CONSENT_TERMS: null }> {
  const scopes = offer.scopes.filter((scope) => terms.scopes.includes(scope));
  const isOffered = scopes.length > 0 && scopes.length === new Set(terms.scopes).size;
  if (!isOffered || !offer.days.includes(terms.days)) return refuse('CONSENT_TERMS', null);
  const until = Math.min(startOfDay(addDays(dayOf(now), terms.days)), latest);
  return accept({ scopes, from: now, until, revokedAt: null });
}

/** Ends it; one that was revoked stays as it was revoked first. */
export const revokeConsent = <C extends Consent>(consent: C, now: number): C =>
  consent.revokedAt === null ? { ...consent, revokedAt: now } : consent;
