import { refuse } from '@core/domain/result';
import { audited, COURIER_DELAY_MS, type CallContext, type Capacity } from '../_kernel/call-context';
import { bodyIndexOf, remember, replayOf } from '../_kernel/requests';
import { CHANGED, untilSaved } from '../_kernel/retry';
import { accounts, newAccount, type Account } from '../_store/accounts';
import { insertedFirst } from '../_store/inserted-first';

interface Command {
  readonly procedure: string;
  readonly input: { readonly requestId: string };
}

interface Refused {
  readonly ok: false;
}

/** What a rule makes of an account: the fields that change, with whose card it is about and in what capacity; or a refusal. */
export type AccountDecision =
  | {
      readonly change: Partial<Account>;
      readonly about?: Capacity & { readonly patientId: string };
    }
  | Refused;

/**
 * Load → decide → save for a command on the caller's own account. The same request id is applied once; a refusal changes
 * and stores nothing. Answers the account as it is afterwards.
 */
export function changeAccount<Decision extends AccountDecision>(
  { procedure, input }: Command,
  context: CallContext,
  decide: (account: Account) => Decision | Promise<Decision>,
) {
  const bodyIndex = bodyIndexOf(procedure, input);
  return untilSaved(async () => {
    const found = await accounts.findById(context.authority.holderId);
    const account = found ?? newAccount(context.authority.holderId);
    const replay = replayOf(account.requests, input.requestId, bodyIndex);
    if (replay === 'reused') return refuse('REQUEST_ID_REUSED', null);
    if (replay === 'same') return { ok: true, account } as const;

    const decision = await decide(account);
    if (!('change' in decision)) return decision as Extract<Decision, Refused>;
    const next: Account = {
      ...account,
      ...decision.change,
      requests: remember(account.requests, { requestId: input.requestId, bodyIndex, at: context.now }),
      audit: [...account.audit, { ...audited(context, `identity.${procedure}`), ...decision.about }],
      outboxDueAt: context.now + COURIER_DELAY_MS,
    };
    const saved = found ? await accounts.replace(next) : await insertNew(next);
    return saved ? ({ ok: true, account: next } as const) : CHANGED;
  });
}

const insertNew = (account: Account): Promise<boolean> => insertedFirst(accounts.insert(account));
