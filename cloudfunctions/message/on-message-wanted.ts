import type { WantedMessage } from '@core/contract/message';
import type { WorkContext } from '../_kernel/call-context';
import { fieldsPlace, messages } from '../_store/messages';
import { seal } from '../_store/sealed-field';
import { push } from './push';

/** Says it in the mini program, once however often it is asked for, and by WeChat where the person agreed. */
export async function onMessageWanted(wanted: WantedMessage, context: WorkContext): Promise<void> {
  const { messageId, accountId, patientId, kind } = wanted;
  await messages.insertOnce({
    _id: messageId,
    accountId,
    patientId,
    kind,
    fields: seal(JSON.stringify(wanted.fields), fieldsPlace(messageId)),
    at: context.now,
    readAt: null,
    push: 'waiting',
  });
  await push(wanted, context);
}
