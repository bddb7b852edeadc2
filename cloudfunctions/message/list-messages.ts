import type { message, MessageView } from '@core/contract/message';
import { maskName } from '@core/domain/identity/mask';
import { accept, refuse } from '@core/domain/result';
import { cardCapacity } from '../_kernel/access/card-capacity';
import { hasWithdrawn } from '../_kernel/consented';
import type { UseCase } from '../_kernel/serve';
import { signedInAccount } from '../_kernel/signed-in-account';
import { bindingPlace, type Account, type BoundPerson } from '../_store/accounts';
import { fieldsPlace, messages, type MessageRecord } from '../_store/messages';
import { open } from '../_store/sealed-field';
import { heard, hearing } from './hearing';
import { unreadOf } from './mailbox';

const SHOWN = 100;

/** What was said to the caller, newest first; nothing of a card that was unbound since, or that the caller may not act for any more. */
export const listMessages: UseCase<typeof message.procedures.listMessages> = async (_input, context) => {
  const account = await signedInAccount(context);
  if (!account) return refuse('SIGNED_OUT', null);
  if (hasWithdrawn(account)) return accept({ unread: 0, messages: [] });
  const hears = hearing(account, context.now);
  const [found, unread] = await Promise.all([
    messages.findByAccount(account._id, SHOWN),
    unreadOf(account, context.now, hears),
  ]);
  const shown = await heard(found, hears);
  for (const { patientId } of shown) {
    if (patientId !== null) context.viewed(patientId, cardCapacity(account, patientId));
  }
  return accept({ unread, messages: shown.map((record) => messageView(record, account)) });
};

const messageView = (record: MessageRecord, account: Account): MessageView => {
  const said = {
    kind: record.kind,
    fields: JSON.parse(open(record.fields, fieldsPlace(record._id))) as unknown,
  };
  return {
    ...(said as Pick<MessageView, 'kind' | 'fields'>),
    messageId: record._id,
    patientId: record.patientId,
    maskedPatientName: record.patientId === null ? null : maskedNameOf(account, record.patientId),
    at: record.at,
    read: record.readAt !== null,
  } as MessageView;
};

/** The name on the account's own card of the patient; null where there is none. */
export function maskedNameOf(account: Account, patientId: string): string | null {
  const binding = account.bindings.find((one) => one.patientId === patientId);
  if (!binding) return null;
  const person = JSON.parse(open(binding.person, bindingPlace(account._id, patientId))) as BoundPerson;
  return maskName(person.name);
}
