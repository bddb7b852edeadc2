import type { WorkContext } from '../_kernel/call-context';
import type { Account } from '../_store/accounts';
import { assistances } from '../_store/assistances';
import { consentIdOf, consents } from '../_store/consents';
import { endConsent } from './end-consent';
import { cancelOwnHelp, returnTakenHelp } from './leave-help';
import { revokeGrant } from './revoke-grant';
import { stopAssistance } from './stop-assistance';

/** A card leaves an account: what others were allowed by it ends, and so does what the account was allowed. */
export async function endMandatesOfCard(
  account: Account,
  patientId: string,
  context: WorkContext,
): Promise<void> {
  const binding = account.bindings.find((one) => one.patientId === patientId);
  if (binding?.relationship === 'relative') {
    await endConsent(consentIdOf(patientId, account._id), 'relative', context);
    return;
  }
  for (const given of await consents.findByGranter(account._id)) {
    if (given.patientId === patientId) await endConsent(given._id, 'patient', context);
  }
  for (const helped of await assistances.findByHolder(account._id)) {
    if (helped.patientId === patientId) await stopAssistance(helped._id, 'patient', context);
  }
}

/** The phone is put away: no volunteer goes on in its owner's name, and it helps nobody as a volunteer. */
export async function endAssistancesOf(account: Account, context: WorkContext): Promise<void> {
  for (const { _id } of await assistances.findByHolder(account._id))
    await stopAssistance(_id, 'patient', context);
  if (account.assistanceId !== null) await stopAssistance(account.assistanceId, 'volunteer', context);
}

/** Nobody acts for the account any more. */
export async function endMandatesGiven(account: Account, context: WorkContext): Promise<void> {
  for (const given of await consents.findByGranter(account._id))
    await endConsent(given._id, 'patient', context);
  await endAssistancesOf(account, context);
}

/** The account goes: nobody acts for it and it acts for nobody. */
export async function endMandatesOfAccount(account: Account, context: WorkContext): Promise<void> {
  await endMandatesGiven(account, context);
  for (const had of await consents.findByRelative(account._id))
    await endConsent(had._id, 'relative', context);
  await cancelOwnHelp(account._id, context);
  await returnTakenHelp(account._id, context);
  for (const grantId of account.roleGrantIds) await revokeGrant(grantId, context);
}
