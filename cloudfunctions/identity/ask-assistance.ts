import type { identity } from '@core/contract/identity';
import { assistanceState } from '@core/domain/identity/assistance';
import { accept, refuse } from '@core/domain/result';
import { grantOf, rolesInForce } from '../_kernel/access/roles';
import { bodyIndexOf, replayOf } from '../_kernel/requests';
import type { UseCase } from '../_kernel/serve';
import { accounts } from '../_store/accounts';
import { assistances, type AssistanceRecord } from '../_store/assistances';
import { catalogue } from '../_store/catalog';
import { mandateRules } from '../_store/mandate-rules';
import { pairingCodes } from '../_store/pairing-codes';
import { assistanceView } from './assistance-view';
import { busyBar, enterAssistance } from './enter-assistance';
import { findPairingCode } from './find-pairing-code';
import { assistanceIdOf, newAssistance } from './new-assistance';

/** The volunteer scanned a patient's help code: the patient's phone asks from now on. Nothing is allowed before the yes. */
export const askAssistance: UseCase<typeof identity.procedures.askAssistance> = async (input, context) => {
  const volunteer = await context.account();
  const grant = grantOf(await rolesInForce(volunteer, context.now), 'volunteer');
  if (!grant) return refuse('NOT_FOUND', null);
  const { requestId, purposes } = input;
  const bodyIndex = bodyIndexOf('askAssistance', input);
  const assistanceId = assistanceIdOf(context.caller.accountId, requestId);
  const before = await assistances.findById(assistanceId);
  const replay = replayOf(before?.requests ?? [], requestId, bodyIndex);
  if (replay === 'reused') return refuse('REQUEST_ID_REUSED', null);
  // A late repetition of a question that is over must not come in the way of the next one.
  if (before && isOver(before, context.now)) return accept(assistanceView(before, context.now));
  const rules = await mandateRules.current(context.now);
  if (!purposes.every((purpose) => rules.assistance.purposes.includes(purpose))) {
    return refuse('ASSISTANCE_TERMS', null);
  }
  const bar = await busyBar(volunteer, assistanceId, context.now);
  if (bar) return bar;

  const code = await findPairingCode('help', input.code, context);
  if (!code.ok) return code;
  const holder = await accounts.findById(code.value.accountId);
  if (!holder?.signedIn) return refuse('PAIRING_UNKNOWN', null);
  if (!(await pairingCodes.take(code.value, volunteer._id))) return refuse('PAIRING_USED', null);
  const asked = {
    procedure: 'askAssistance',
    request: { requestId, bodyIndex },
    holder,
    volunteer: { accountId: volunteer._id, grant },
    purposes,
    childBelowYears: (await catalogue.current(context.now)).rulePack.childBelowYears,
  };
  const record = before ?? newAssistance(asked, rules, context);
  const refused = await enterAssistance(record, context);
  return refused ?? accept(assistanceView(record, context.now));
};

const isOver = (record: AssistanceRecord, now: number): boolean =>
  !['asked', 'running'].includes(assistanceState(record, now));
