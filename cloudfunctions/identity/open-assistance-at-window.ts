import type { identity } from '@core/contract/identity';
import { startAssistance } from '@core/domain/identity/assistance';
import { accept, refuse } from '@core/domain/result';
import { grantOf, rolesInForce } from '../_kernel/access/roles';
import { bodyIndexOf, replayOf } from '../_kernel/requests';
import type { UseCase } from '../_kernel/serve';
import { accounts } from '../_store/accounts';
import { assistances } from '../_store/assistances';
import { catalogue } from '../_store/catalog';
import { mandateRules } from '../_store/mandate-rules';
import { pairingCodes } from '../_store/pairing-codes';
import { assistanceView } from './assistance-view';
import { busyBar, enterAssistance } from './enter-assistance';
import { findPairingCode } from './find-pairing-code';
import { assistanceIdOf, newAssistance } from './new-assistance';
import { ownPerson } from './person-to-bind';
import { windowHolder } from './window-holder';

/**
 * For somebody without WeChat: the card was shown and the person agreed at the window, so the assistance runs at once. Their
 * matters go on an account of their own that nobody can sign in to.
 */
export const openAssistanceAtWindow: UseCase<typeof identity.procedures.openAssistanceAtWindow> = async (
  input,
  context,
) => {
  const bodyIndex = bodyIndexOf('openAssistanceAtWindow', input);
  const assistanceId = assistanceIdOf(context.caller.accountId, input.requestId);
  const before = await assistances.findById(assistanceId);
  const replay = replayOf(before?.requests ?? [], input.requestId, bodyIndex);
  if (replay === 'reused') return refuse('REQUEST_ID_REUSED', null);

  const code = await findPairingCode('badge', input.code, context);
  if (!code.ok) return code;
  const volunteer = await accounts.findById(code.value.accountId);
  const grant = volunteer && grantOf(await rolesInForce(volunteer, context.now), 'volunteer');
  if (!volunteer || !grant) return refuse('PAIRING_UNKNOWN', null);
  const bar = await busyBar(volunteer, assistanceId, context.now);
  if (bar) return bar;
  const person = ownPerson(input, context.now);
  if (!person.ok) return person;
  const rules = await mandateRules.current(context.now);
  const { purposes } = input;
  const asked = {
    procedure: 'openAssistanceAtWindow',
    request: { requestId: input.requestId, bodyIndex },
    purposes,
    childBelowYears: (await catalogue.current(context.now)).rulePack.childBelowYears,
  };

  const holder = await windowHolder({ person: person.value, phone: input.phone }, context);
  if (!holder.ok) return holder;
  const volunteering = { accountId: volunteer._id, grant };
  const fresh = newAssistance({ ...asked, holder: holder.value, volunteer: volunteering }, rules, context);
  const started = startAssistance(fresh, input, { offer: rules.assistance, now: context.now });
  if (!before && !started.ok) return started;
  const shown = { consentedBy: 'window' as const, windowAccountId: context.caller.accountId };
  const record = before ?? { ...(started.ok ? started.value : fresh), ...shown };
  if (!(await pairingCodes.take(code.value, context.caller.accountId))) return refuse('PAIRING_USED', null);
  const refused = await enterAssistance(record, context);
  return refused ?? accept(assistanceView(record, context.now));
};
