import { accept, refuse, type Result } from '@core/domain/result';
import { consented } from '../_kernel/consented';
import { accounts, boundPerson, type Account, type BoundPerson } from '../_store/accounts';
import { ownersOf } from '../_store/bound-accounts';
import type { RulePack } from '../_store/catalog';

export interface AddOnPatient {
  /** On whose books the seat goes: who can pay for it and is told. */
  readonly account: Account;
  readonly person: BoundPerson;
}

export interface AddOnPatientBars {
  NOT_ON_PHONE: null;
  CONSENT_MISSING: null;
}

/** The account that looks after a patient: the patient's own before a parent's. */
export async function addOnPatient(
  patientId: string,
  { consent }: RulePack,
): Promise<Result<AddOnPatient, AddOnPatientBars>> {
  const found = await Promise.all((await ownersOf(patientId)).map(accounts.findById));
  const owners = found.filter((account): account is Account => account?.signedIn === true);
  const candidates = owners.flatMap((account) => {
    const binding = account.bindings.find((bound) => bound.patientId === patientId);
    return binding ? [{ account, binding }] : [];
  });
  if (candidates.length === 0) return refuse('NOT_ON_PHONE', null);
  const willing = candidates.filter(({ account }) => consented(account, consent));
  const chosen = willing.find(({ binding }) => binding.relationship === 'self') ?? willing[0];
  if (!chosen) return refuse('CONSENT_MISSING', null);
  const { account, binding } = chosen;
  return accept({ account, person: boundPerson(account._id, binding) });
}
