import { audited, COURIER_DELAY_MS, type WorkContext } from '../_kernel/call-context';
import { CHANGED, untilSaved } from '../_kernel/retry';
import { helpRequests, type HelpRequest } from '../_store/help-requests';

const NOBODY_COMES = { takenBy: null, takenLabel: null, takenAt: null } as const;

/** A request that goes back to those who wait. */
export const returned = (request: HelpRequest): HelpRequest => ({
  ...request,
  ...NOBODY_COMES,
  state: 'open',
});

/** The volunteer came: what this patient asked for is done. Repeating it changes nothing. */
export async function finishTakenHelp(
  accountId: string,
  volunteerId: string,
  context: WorkContext,
): Promise<void> {
  for (const { _id } of await helpRequests.findByAccount(accountId)) {
    await step(_id, context, (one) =>
      one.state === 'taken' && one.takenBy === volunteerId ? { ...one, state: 'done' } : null,
    );
  }
}

/** A volunteer who leaves comes to nobody: those who wait are shown to the others again. */
export async function returnTakenHelp(volunteerId: string, context: WorkContext): Promise<void> {
  for (const { _id } of await helpRequests.findTakenBy(volunteerId)) {
    await step(_id, context, (one) =>
      one.state === 'taken' && one.takenBy === volunteerId ? returned(one) : null,
    );
  }
}

/** Nobody needs to come to somebody who has left. */
export async function cancelOwnHelp(accountId: string, context: WorkContext): Promise<void> {
  for (const { _id } of await helpRequests.findByAccount(accountId)) {
    await step(_id, context, (one) =>
      one.state === 'open' || one.state === 'taken' ? { ...one, state: 'cancelled' } : null,
    );
  }
}

/** One change of one request; null leaves it as it is. */
function step(
  helpRequestId: string,
  context: WorkContext,
  decide: (request: HelpRequest) => HelpRequest | null,
): Promise<void> {
  return untilSaved(async () => {
    const request = await helpRequests.findById(helpRequestId);
    const next = request && decide(request);
    if (!next) return;
    const audit = [...request.audit, audited(context, 'identity.changeHelp', next.state)];
    const saved = await helpRequests.replace({
      ...next,
      audit,
      outboxDueAt: context.now + COURIER_DELAY_MS,
    });
    return saved ? undefined : CHANGED;
  });
}
