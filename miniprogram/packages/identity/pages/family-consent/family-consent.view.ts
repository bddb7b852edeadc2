import type { Scope } from '@core/contract/access';
import type { InvitationView } from '@core/contract/family';
import { periodWords, scopeGroups, type ScopeGroup } from '../../mandate-words';

/** A thing to tick. */
export interface ScopeChoice extends ScopeGroup {
  readonly ticked: boolean;
}

/** What the patient decides about. */
export interface ConsentChoice {
  readonly asker: string;
  readonly phone: string;
  readonly groups: readonly ScopeChoice[];
  readonly periods: readonly { readonly value: string; readonly title: string }[];
  readonly period: string;
}

/** The smallest wish is ticked and a month is proposed; money and reports are ticked by the patient alone. */
export function consentChoice({ maskedName, maskedPhone, offer }: InvitationView): ConsentChoice {
  const groups = scopeGroups(offer.scopes).map((group, index) => ({ ...group, ticked: index === 0 }));
  const days = offer.days.includes(30) ? 30 : (offer.days[0] ?? 1);
  return {
    asker: maskedName,
    phone: maskedPhone ?? '',
    groups,
    periods: offer.days.map((one) => ({ value: String(one), title: periodWords(one) })),
    period: String(days),
  };
}

export const tick = (choice: ConsentChoice, value: string, ticked: boolean): ConsentChoice => ({
  ...choice,
  groups: choice.groups.map((group) => (group.value === value ? { ...group, ticked } : group)),
});

export const tickedScopes = ({ groups }: ConsentChoice): Scope[] =>
  groups.filter(({ ticked }) => ticked).flatMap(({ scopes }) => [...scopes]);
