import type { message } from '@core/contract/message';
import type { MessageKind } from '@core/domain/message/message-kinds';
import { accept, refuse } from '@core/domain/result';
import type { CallContext } from '../_kernel/call-context';
import { bodyIndexOf, remember, replayOf } from '../_kernel/requests';
import { CHANGED, untilSaved } from '../_kernel/retry';
import type { UseCase } from '../_kernel/serve';
import { signedInAccount } from '../_kernel/signed-in-account';
import { seal } from '../_store/sealed-field';
import { insertedFirst } from '../_store/inserted-first';
import { openidPlace, subscriptions, type Subscription } from '../_store/subscriptions';

/** Remembers that the person agreed to one WeChat message of each kind, and where WeChat is to send it. */
export const recordSubscription: UseCase<typeof message.procedures.recordSubscription> = async (
  input,
  context,
) => {
  const account = await signedInAccount(context);
  if (!account) return refuse('SIGNED_OUT', null);
  const { requestId } = input;
  const bodyIndex = bodyIndexOf('recordSubscription', input);
  return untilSaved(async () => {
    const found = await subscriptions.findById(context.caller.accountId);
    const before = found ?? nothingYet(context);
    const replay = replayOf(before.requests, requestId, bodyIndex);
    if (replay === 'reused') return refuse('REQUEST_ID_REUSED', null);
    if (replay === 'same') return accept(null);
    const requests = remember(before.requests, { requestId, bodyIndex, at: context.now });
    const next = { ...before, left: oneMore(before.left, input.kinds), requests };
    return (found ? await subscriptions.replace(next) : await insertNew(next)) ? accept(null) : CHANGED;
  });
};

const oneMore = (left: Subscription['left'], kinds: readonly MessageKind[]): Subscription['left'] => ({
  ...left,
  ...Object.fromEntries([...new Set(kinds)].map((kind) => [kind, (left[kind] ?? 0) + 1])),
});

const nothingYet = ({ caller }: CallContext): Subscription => ({
  _id: caller.accountId,
  revision: 0,
  openid: seal(caller.openid, openidPlace(caller.accountId)),
  left: {},
  requests: [],
  audit: [],
  outbox: [],
  outboxDueAt: null,
});

const insertNew = (subscription: Subscription): Promise<boolean> =>
  insertedFirst(subscriptions.insert(subscription));
