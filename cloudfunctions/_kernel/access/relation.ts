import type { Scope, VolunteerScope } from '@core/contract/access';
import type { Account } from '../../_store/accounts';

const OWN: readonly string[] = ['self', 'child'];

/** One's own card, or that of a young child in one's care. */
export const isOwn = (account: Account, patientId: string): boolean =>
  account.bindings.some((binding) => binding.patientId === patientId && OWN.includes(binding.relationship));

/** The consent by which a relative may do this for the patient; null where there is none in force. */
export function relativeConsent(
  _account: Account,
  _wanted: { readonly patientId: string; readonly scope: Scope },
  _now: number,
): Promise<string | null> {
  return Promise.resolve(null);
}

/** The running assistance by which a volunteer may do this for the patient; null where there is none. */
export function assistedBy(
  _account: Account,
  _wanted: { readonly patientId: string; readonly scope: VolunteerScope },
  _now: number,
): Promise<{ readonly mandateId: string; readonly holderId: string } | null> {
  return Promise.resolve(null);
}
