import type { identity } from '@core/contract/identity';
import { grantConsent as decideConsent } from '@core/domain/identity/consent';
import { accept, refuse } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { bodyIndexOf, replayOf } from '../_kernel/requests';
import { consents } from '../_store/consents';
import { mandateRules } from '../_store/mandate-rules';
import { pairingCodes } from '../_store/pairing-codes';
import { agreedAccount } from './agreed-account';
import { askingRelative } from './asking-relative';
import { decidesUntil } from './decides-until';
import { consentView } from './family-view';
import { findPairingCode } from './find-pairing-code';
import { saveConsent } from './save-consent';

/**
 * The patient's yes on the own phone. The code is taken first, by one patient only; then the consent is stored, whose event
 * puts the card on the relative's phone. A call that breaks off in between is finished by its retry or by the courier.
 */
export const grantConsent: UseCase<typeof identity.procedures.grantConsent> = async (input, context) => {
  const agreed = await agreedAccount(context);
  if (!agreed.ok) return agreed;
  const { account, rulePack } = agreed.value;
  const code = await findPairingCode('family', input.code, context);
  if (!code.ok) return code;
  const before = await consents.findFor(input.patientId, code.value.accountId);
  const bodyIndex = bodyIndexOf('grantConsent', input);
  const replay = replayOf(before?.requests ?? [], input.requestId, bodyIndex);
  if (replay === 'reused') return refuse('REQUEST_ID_REUSED', null);
  if (replay === 'same' && before) return accept(consentView(before, context.now));

  const relative = await askingRelative(code.value.accountId);
  if (!relative) return refuse('PAIRING_UNKNOWN', null);
  const maximum = rulePack.maxPatientsPerAccount;
  const others = relative.account.bindings.filter(({ patientId }) => patientId !== input.patientId);
  if (others.length >= maximum) return refuse('RELATIVE_FULL', { maximum });
  const { family } = await mandateRules.current(context.now);
  const card = account.bindings.find(({ patientId }) => patientId === input.patientId);
  const latest = card && decidesUntil(account, card, rulePack.childBelowYears);
  const terms = decideConsent(input, family, context.now, latest);
  if (!terms.ok) return terms;
  if (!(await pairingCodes.take(code.value, account._id))) return refuse('PAIRING_USED', null);

  const { patientId, requestId } = input;
  const grant = {
    patientId,
    granter: account,
    relative,
    terms: terms.value,
    request: { requestId, bodyIndex },
  };
  return accept(consentView(await saveConsent(grant, context), context.now));
};
