import type { WantedMessage } from '@core/contract/message';
import { hasWithdrawn } from '../_kernel/consented';
import type { WorkContext } from '../_kernel/call-context';
import { describeFault, log } from '../_kernel/log';
import { accounts, type Account } from '../_store/accounts';
import { messageTemplates, type MessageTemplate } from '../_store/message-templates';
import { messages, type PushState } from '../_store/messages';
import { open } from '../_store/sealed-field';
import { openidPlace, subscriptions } from '../_store/subscriptions';
import { sendSubscribeMessage } from '../_wechat/subscribe-message';
import { subscribeWords } from '../_wechat/subscribe-words';
import { hearing } from './hearing';
import { maskedNameOf } from './list-messages';

/** Whom a message without a patient is about. */
const NOBODY_NAMED = '您';

/**
 * Sends the WeChat message where the person agreed to one; at most once, since whoever claims it first is the only one to
 * try. It never fails its caller: what was said in the mini program stands. Where the mini program would not show it now, it
 * is not sent either.
 */
export async function push(wanted: WantedMessage, context: WorkContext): Promise<void> {
  try {
    const { templates } = await messageTemplates.current(context.now);
    const template = templates.find(({ kind }) => kind === wanted.kind);
    if (!template || !(await subscriptions.findById(wanted.accountId))?.left[wanted.kind]) return;
    const account = await accounts.findById(wanted.accountId);
    if (!account?.signedIn || hasWithdrawn(account) || !(await hearing(account, context.now)(wanted))) return;
    if (!(await messages.claimPush(wanted.messageId))) return;
    await messages.recordPush(wanted.messageId, await send({ wanted, template, account }, context));
  } catch (thrown) {
    log({ level: 'warn', what: 'unsent message', traceId: context.traceId, fault: describeFault(thrown) });
  }
}

interface Sending {
  readonly wanted: WantedMessage;
  readonly template: MessageTemplate;
  readonly account: Account;
}

async function send({ wanted, template, account }: Sending, context: WorkContext): Promise<PushState> {
  const { accountId, kind } = wanted;
  const subscription = await subscriptions.findById(accountId);
  if (!subscription || !(await subscriptions.takeOne(accountId, kind))) return 'refused';
  const { page, values } = subscribeWords(wanted, { maskedName: nameFor(wanted, account), at: context.now });
  const outcome = await sendSubscribeMessage({
    openid: open(subscription.openid, openidPlace(accountId)),
    templateId: template.templateId,
    page,
    values: Object.fromEntries(template.fields.map(({ key, value }) => [key, values[value]])),
  });
  if (outcome === 'refused') await subscriptions.clear(accountId, kind);
  return outcome;
}

const nameFor = ({ patientId }: WantedMessage, account: Account): string =>
  (patientId === null ? null : maskedNameOf(account, patientId)) ?? NOBODY_NAMED;
