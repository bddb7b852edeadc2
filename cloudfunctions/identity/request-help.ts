import type { identity } from '@core/contract/identity';
import { MINUTE_MS } from '@core/domain/calendar-day';
import { helpState } from '@core/domain/identity/help-request';
import { accept, refuse } from '@core/domain/result';
import { audited, COURIER_DELAY_MS } from '../_kernel/call-context';
import { bodyIndexOf, replayOf } from '../_kernel/requests';
import type { UseCase } from '../_kernel/serve';
import { signedInAccount } from '../_kernel/signed-in-account';
import { blindIndex } from '../_store/blind-index';
import { helpRequests, type HelpRequest } from '../_store/help-requests';
import { mandateRules } from '../_store/mandate-rules';
import { DuplicateKeyError } from '../_store/store-errors';
import { helpView } from './help-view';

/** Puts the caller into the queue of those who want a volunteer. One person waits once. */
export const requestHelp: UseCase<typeof identity.procedures.requestHelp> = async (input, context) => {
  const account = await signedInAccount(context);
  if (!account) return refuse('SIGNED_OUT', null);
  const { requestId, wish, place } = input;
  const bodyIndex = bodyIndexOf('requestHelp', input);
  const _id = `h${blindIndex('help', `${account._id}\n${requestId}`)}`;
  const before = await helpRequests.findById(_id);
  if (before) {
    const isSame = replayOf(before.requests, requestId, bodyIndex) === 'same';
    return isSame ? accept(await helpView(context)) : refuse('REQUEST_ID_REUSED', null);
  }
  const { assistance } = await mandateRules.current(context.now);
  const comeMs = assistance.comeMinutes * MINUTE_MS;
  const others = await helpRequests.findByAccount(account._id);
  if (others.some((one) => helpState(one, comeMs, context.now) !== null)) {
    return refuse('HELP_ALREADY_ASKED', null);
  }
  await insert({
    _id,
    revision: 0,
    accountId: account._id,
    wish,
    place,
    state: 'open',
    askedAt: context.now,
    expiresAt: context.now + assistance.requestMinutes * MINUTE_MS,
    takenBy: null,
    takenLabel: null,
    takenAt: null,
    requests: [{ requestId, bodyIndex, at: context.now }],
    audit: [audited(context, 'identity.requestHelp')],
    outbox: [],
    outboxDueAt: context.now + COURIER_DELAY_MS,
  });
  return accept(await helpView(context));
};

/** The same tap twice at once makes one. */
async function insert(request: HelpRequest): Promise<void> {
  try {
    await helpRequests.insert(request);
  } catch (thrown) {
    if (!(thrown instanceof DuplicateKeyError)) throw thrown;
  }
}
