import type { Procedure } from '@core/contract/procedure';
import { refuse } from '@core/domain/result';
import { accounts, newAccount, type Account } from '../_store/accounts';
import type { Authority } from './access/authority';
import { authorize } from './access/authorize';
import { personalBar } from './access/personal-bar';
import { recordViews, type View } from './access/record-views';
import type { CallContext, Caller, Capacity } from './call-context';
import { now } from './clock';
import { log } from './log';
import type { Dispatch } from './deliver';
import { withDelivery } from './with-delivery';

export type Input = Readonly<Record<string, unknown>>;

/** A procedure with input that fits it. */
export interface Asked {
  readonly procedure: Procedure;
  /** `context.procedure`, for the audit. */
  readonly name: string;
  readonly input: Input;
}

interface Route {
  readonly dispatch: Dispatch;
  readonly traceId: string;
}

type Run = (input: never, context: CallContext) => Promise<object>;

/** Runs a use case for whom the contract lets in; others learn no more than that there is nothing for them. */
export async function underAuthority(
  asked: Asked,
  caller: Caller,
  { dispatch, traceId }: Route,
  run: Run,
): Promise<object> {
  const account = readOnce(caller.accountId);
  const asking = { accountId: caller.accountId, now: now(), account };
  const authority = await authorize(asked.procedure.access, asked.input, asking);
  logDecision(asked, authority, traceId);
  if (!authority) return refuse('NOT_FOUND', null);
  const bar = await personalBar(asked.procedure, authority, account);
  if (bar) return bar;

  const work = { actor: caller.accountId, dispatch, traceId, authority };
  return withDelivery(work, async (context) => {
    const seen = new Map<string, Capacity>();
    const viewed = (patientId: string, by: Capacity = authority): void => void seen.set(patientId, by);
    const own: CallContext = { ...context, caller, authority, account, viewed };
    const answer = await run(asked.input as never, own);
    const accepted = (answer as { ok?: boolean }).ok === true;
    // A refusal shows its object to nobody, but its reason may say something of a person whom the use case named.
    await recordViews(accepted ? viewsOf(asked, own, seen) : listed(seen), asked.name, own);
    return answer;
  });
}

/** Who was let in as what, and who was not: without saying who. Public procedures and one's own account are not worth a line. */
function logDecision({ procedure, name }: Asked, authority: Authority | null, traceId: string): void {
  const { kind } = procedure.access;
  if (kind === 'anyone' || kind === 'caller') return;
  const what = authority ? 'allowed' : 'denied';
  log({
    level: authority ? 'info' : 'warn',
    what,
    traceId,
    procedure: name,
    outcome: authority?.role ?? 'nobody',
  });
}

function readOnce(accountId: string): () => Promise<Account> {
  let read: Promise<Account> | null = null;
  return () => (read ??= accounts.findById(accountId).then((found) => found ?? newAccount(accountId)));
}

const listed = (seen: ReadonlyMap<string, Capacity>): View[] =>
  [...seen].map(([patientId, by]) => ({ kind: 'patient', documentId: patientId, patientId, by }));

/** What a query shows: its object, or whom it names, or else the caller's own account. Commands record their change. */
function viewsOf(
  asked: Asked,
  { authority, caller }: CallContext,
  seen: ReadonlyMap<string, Capacity>,
): View[] {
  const people = listed(seen);
  const { kind, access } = asked.procedure;
  if (kind === 'command' || access.kind === 'anyone' || access.kind === 'staff') return people;
  if (access.kind === 'caller') {
    const account = { kind: 'account', documentId: caller.accountId, patientId: null, by: authority };
    return people.length > 0 ? people : [account];
  }
  const documentId = String(asked.input[access.field]);
  return [{ kind: access.object, documentId, patientId: authority.patientId, by: authority }, ...people];
}
