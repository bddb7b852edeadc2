import type { WantedMessage } from '@core/contract/message';
import type { WorkContext } from '../_kernel/call-context';
import { describeFault, log } from '../_kernel/log';
import { accounts } from '../_store/accounts';
import { messageTemplates, type MessageTemplate } from '../_store/message-templates';
import { messages, type PushState } from '../_store/messages';
import { open } from '../_store/sealed-field';
import { openidPlace, subscriptions } from '../_store/subscriptions';
import { sendSubscribeMessage } from '../_wechat/subscribe-message';
import { subscribeWords } from '../_wechat/subscribe-words';
import { maskedNameOf } from './list-messages';

/** Whom a message without a patient is about. */
const NOBODY_NAMED = '您';

/**
 * Sends the WeChat message where the person agreed to one; at most once, since whoever claims it first is the only one to
 * try. It never fails its caller: what was said in the mini program stands.
 */
export async function push(wanted: WantedMessage, context: WorkContext): Promise<void> {
  try {
    const { templates } = await messageTemplates.current(context.now);
    const template = templates.find(({ kind }) => kind === wanted.kind);
    if (!template || !(await subscriptions.findById(wanted.accountId))?.left[wanted.kind]) return;
    if (!(await messages.claimPush(wanted.messageId))) return;
    await messages.recordPush(wanted.messageId, await send(wanted, template, context));
  } catch (thrown) {
    log({ level: 'warn', what: 'unsent message', traceId: context.traceId, fault: describeFault(thrown) });
  }
}

async function send(
  wanted: WantedMessage,
  template: MessageTemplate,
  context: WorkContext,
): Promise<PushState> {
  const { accountId, kind } = wanted;
  const subscription = await subscriptions.findById(accountId);
  if (!subscription || !(await subscriptions.takeOne(accountId, kind))) return 'refused';
  const { page, values } = subscribeWords(wanted, { maskedName: await nameFor(wanted), at: context.now });
  const outcome = await sendSubscribeMessage({
    openid: open(subscription.openid, openidPlace(accountId)),
    templateId: template.templateId,
    page,
    values: Object.fromEntries(template.fields.map(({ key, value }) => [key, values[value]])),
  });
  if (outcome === 'refused') await subscriptions.clear(accountId, kind);
  return outcome;
}

async function nameFor({ accountId, patientId }: WantedMessage): Promise<string> {
  if (patientId === null) return NOBODY_NAMED;
  const account = await accounts.findById(accountId);
  return (account ? maskedNameOf(account, patientId) : null) ?? NOBODY_NAMED;
}
