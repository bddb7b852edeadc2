import { contract, type ContextName, type ProceduresOf } from '@core/contract/index';
import type { Answer, InputOf, Procedure } from '@core/contract/procedure';
import { refuse } from '@core/domain/result';
import * as v from 'valibot';
import { subscriberOf } from '@core/contract/events';
import { blindIndex } from '../_store/blind-index';
import { requireKeys } from '../_store/keys';
import type { StoredMessage } from '../_store/outbox';
import { isInternal, platformCaller, type PlatformCaller } from '../_wechat/caller';
import type { CallContext } from './call-context';
import { now } from './clock';
import { ACKNOWLEDGED, dispatchByFunction, handleEvent, type Dispatch, type EventHandlers } from './deliver';
import { answerFault } from './faults';
import { underAuthority, type Asked, type Input } from './under-authority';
import { newId } from './ids';
import { log } from './log';
import { withDelivery } from './with-delivery';

/** One use case: loads, lets a rule decide, saves. Expected refusals are answers; what it throws is a fault. */
export type UseCase<P extends Procedure> = (input: InputOf<P>, context: CallContext) => Promise<Answer<P>>;

/** Every procedure of the context, each exactly once: a missing one does not compile. */
export type UseCases<C extends ContextName> = {
  readonly [Name in keyof ProceduresOf<C>]: UseCase<Extract<ProceduresOf<C>[Name], Procedure>>;
};

type Main = (event: unknown) => Promise<unknown>;

interface Routes {
  readonly name: string;
  readonly procedures: Readonly<Record<string, Procedure>>;
  readonly useCases: Readonly<Record<string, (input: never, context: CallContext) => Promise<object>>>;
}

/** The router of one context: the only thing its cloud function exports. */
export function serve<C extends ContextName>(
  name: C,
  useCases: UseCases<C>,
  handlers: EventHandlers<C>,
): Main {
  requireKeys();
  const routes = { name, procedures: contract[name].procedures, useCases } as unknown as Routes;
  const dispatch: Dispatch = (message, context) =>
    subscriberOf[message.event] === name
      ? handleEvent(handlers, message, context)
      : dispatchByFunction(message, context);

  return async (event) => {
    const caller = platformCaller();
    const delivered = deliveredMessage(event);
    if (delivered && isInternal(caller)) {
      await withDelivery({ actor: `event:${delivered.event}`, dispatch }, (context) =>
        handleEvent(handlers, delivered, context),
      );
      return ACKNOWLEDGED;
    }
    return answer(routes, event, caller, dispatch);
  };
}

function deliveredMessage(event: unknown): StoredMessage | null {
  const deliver = (event as { deliver?: unknown } | null)?.deliver;
  return typeof deliver === 'object' && deliver !== null ? (deliver as StoredMessage) : null;
}

async function answer(
  routes: Routes,
  event: unknown,
  caller: PlatformCaller,
  dispatch: Dispatch,
): Promise<object> {
  const startedAt = now();
  const traceId = newId(startedAt);
  const asked = (event as { procedure?: unknown } | null)?.procedure;
  const name = typeof asked === 'string' && Object.hasOwn(routes.procedures, asked) ? asked : null;
  const result = name
    ? await callUseCase(routes, { name, event, caller, dispatch, traceId }).catch((thrown: unknown) =>
        answerFault(thrown, traceId),
      )
    : refuse('NOT_FOUND', null);
  log({
    level: 'info',
    what: 'call',
    traceId,
    procedure: name ?? 'unknown',
    outcome: outcomeOf(result),
    milliseconds: now() - startedAt,
  });
  return result;
}

const outcomeOf = (result: object): string => ('error' in result ? String(result.error) : 'ok');

interface Call {
  readonly name: string;
  readonly event: unknown;
  readonly caller: PlatformCaller;
  readonly dispatch: Dispatch;
  readonly traceId: string;
}

async function callUseCase(routes: Routes, call: Call): Promise<object> {
  const procedure = routes.procedures[call.name];
  const useCase = routes.useCases[call.name];
  if (!procedure || !useCase || call.caller.openid === null) return refuse('NOT_FOUND', null);
  const input = v.safeParse(procedure.input, (call.event as { input?: unknown }).input, { abortEarly: true });
  if (!input.success) return refuse('INVALID_INPUT', { field: faultyField(input.issues) });

  const { openid } = call.caller;
  const asked: Asked = { procedure, name: `${routes.name}.${call.name}`, input: input.output as Input };
  return underAuthority(asked, { openid, accountId: blindIndex('account', openid) }, call, useCase);
}

/** Names declared keys only: an undeclared key is the sender's text and is not repeated. */
function faultyField(issues: readonly v.BaseIssue<unknown>[]): string {
  const issue = issues[0];
  if (!issue || issue.type === 'strict_object') return 'input';
  return issue.path?.map((item) => String(item.key)).join('.') ?? 'input';
}
