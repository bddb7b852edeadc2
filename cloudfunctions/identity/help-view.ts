import type { Help, HelpRequestView } from '@core/contract/assistance';
import { DAY_MS, MINUTE_MS } from '@core/domain/calendar-day';
import { assistanceState } from '@core/domain/identity/assistance';
import { helpState } from '@core/domain/identity/help-request';
import type { CallContext } from '../_kernel/call-context';
import { assistances, type AssistanceRecord } from '../_store/assistances';
import { helpRequests, type HelpRequest } from '../_store/help-requests';
import { mandateRules } from '../_store/mandate-rules';
import { assistanceView } from './assistance-view';

/** What the caller's phone shows about help: what was asked for, who asks, who is busy, what came of the last one. */
export async function helpView(context: CallContext): Promise<Help> {
  const { now, caller } = context;
  const [requests, records, { assistance }] = await Promise.all([
    helpRequests.findByAccount(caller.accountId),
    assistances.findByHolder(caller.accountId),
    mandateRules.current(now),
  ]);
  const inState = (...states: readonly string[]) =>
    records.find((record) => states.includes(assistanceState(record, now)));
  const view = (record: AssistanceRecord | undefined) => (record ? assistanceView(record, now) : null);
  const comeMs = assistance.comeMinutes * MINUTE_MS;
  const request = requests.find((one) => helpState(one, comeMs, now) !== null);
  return {
    request: request ? helpRequestView(request, comeMs, now) : null,
    asking: view(inState('asked')),
    running: view(inState('running')),
    last: view(records.find((record) => isJustOver(record, now))),
    offer: { purposes: assistance.purposes, minutes: assistance.minutes },
  };
}

const isJustOver = (record: AssistanceRecord, now: number): boolean =>
  record.startedAt !== null && now - record.startedAt < DAY_MS && assistanceState(record, now) !== 'running';

/** A request as both phones show it. */
export function helpRequestView(request: HelpRequest, comeMs: number, now: number): HelpRequestView {
  const { _id: helpRequestId, wish, place, askedAt, takenLabel } = request;
  const state = helpState(request, comeMs, now) ?? request.state;
  return { helpRequestId, wish, place, state, askedAt, takenLabel: state === 'taken' ? takenLabel : null };
}
