import type { identity } from '@core/contract/identity';
import { accept } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { accounts, newAccount } from '../_store/accounts';
import { catalogue } from '../_store/catalog';
import { meView } from './me-view';

/** The caller: signed in or not, consent, phone and patient cards. Cards of other grown-ups are looks at them. */
export const getMe: UseCase<typeof identity.procedures.getMe> = async (_input, context) => {
  const [account, { rulePack }] = await Promise.all([
    accounts.findById(context.caller.accountId),
    catalogue.current(context.now),
  ]);
  const me = await meView(account ?? newAccount(context.caller.accountId), rulePack, context.now);
  for (const { patientId, mayAct, consent } of me.patients) {
    if (mayAct && consent) context.viewed(patientId, { role: 'relative', mandateId: consent.consentId });
  }
  const helped = me.acting?.patient;
  if (helped) context.viewed(helped.patientId, { role: 'volunteer', mandateId: me.acting.assistanceId });
  return accept(me);
};
