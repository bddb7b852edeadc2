import type { VolunteerScope } from '@core/contract/access';
import { MINUTE_MS } from '@core/domain/calendar-day';
import { maskName } from '@core/domain/identity/mask';
import { audited, COURIER_DELAY_MS, type CallContext } from '../_kernel/call-context';
import { boundPerson, type Account } from '../_store/accounts';
import type { AssistanceRecord } from '../_store/assistances';
import { blindIndex } from '../_store/blind-index';
import type { MandateRules } from '../_store/mandate-rules';
import type { RoleGrant } from '../_store/role-grants';
import { seal } from '../_store/sealed-field';
import { decidesUntil } from './decides-until';

interface Wanted {
  readonly procedure: string;
  readonly request: { readonly requestId: string; readonly bodyIndex: string };
  readonly holder: Account;
  readonly volunteer: { readonly accountId: string; readonly grant: RoleGrant };
  readonly purposes: readonly VolunteerScope[];
  readonly childBelowYears: number;
}

/** The same tap of the same person always makes the same one. */
export const assistanceIdOf = (accountId: string, requestId: string): string =>
  `s${blindIndex('assistance', `${accountId}\n${requestId}`)}`;

/** An assistance that was asked for and waits for the patient's yes. */
export function newAssistance(
  { procedure, request, holder, volunteer, purposes, childBelowYears }: Wanted,
  { assistance: rules }: MandateRules,
  context: CallContext,
): AssistanceRecord {
  const _id = assistanceIdOf(context.caller.accountId, request.requestId);
  return {
    _id,
    revision: 0,
    ...assistedPerson(holder, _id, { childBelowYears, now: context.now }),
    holderAccountId: holder._id,
    volunteerAccountId: volunteer.accountId,
    volunteerGrantId: volunteer.grant._id,
    volunteerLabel: volunteer.grant.label,
    purposes,
    askedAt: context.now,
    answerBy: context.now + rules.answerMinutes * MINUTE_MS,
    startedAt: null,
    expiresAt: null,
    seenAt: null,
    awayMs: rules.awayMinutes * MINUTE_MS,
    endedAt: null,
    endedBy: null,
    consentedBy: null,
    windowAccountId: null,
    requests: [{ ...request, at: context.now }],
    audit: [audited(context, `identity.${procedure}`)],
    outbox: [],
    outboxDueAt: context.now + COURIER_DELAY_MS,
  };
}

/**
 * Whom it is about: the card on top where it is the holder's own or a child's, else the own one, else a child's; nobody yet
 * where there is none. A card for which the holder does not decide any more is nobody's to lend.
 */
export function assistedPerson(
  holder: Account,
  documentId: string,
  { childBelowYears, now }: { readonly childBelowYears: number; readonly now: number },
): Pick<AssistanceRecord, 'patientId' | 'patientName'> {
  const own = holder.bindings.filter((binding) => decidesUntil(holder, binding, childBelowYears) > now);
  const binding =
    own.find(({ patientId }) => patientId === holder.defaultPatientId) ??
    own.find(({ relationship }) => relationship === 'self') ??
    own[0];
  if (!binding) return { patientId: null, patientName: null };
  const { name } = boundPerson(holder._id, binding);
  return {
    patientId: binding.patientId,
    patientName: seal(maskName(name), { documentId, field: 'patientName' }),
  };
}
