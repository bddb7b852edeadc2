import type { VolunteerDesk } from '@core/contract/assistance';
import { grantOf, rolesInForce } from '../_kernel/access/roles';
import type { CallContext } from '../_kernel/call-context';
import { accounts } from '../_store/accounts';
import { assistances } from '../_store/assistances';
import { helpRequests } from '../_store/help-requests';
import { mandateRules } from '../_store/mandate-rules';
import { assistanceView } from './assistance-view';
import { helpRequestView, isWaiting } from './help-view';

/** More than a hall of volunteers can look after at a time. */
const SHOWN = 50;

/** Who waits for a volunteer, whom this one is looking after, and whom they act for. Names are not in it. */
export async function volunteerDesk(context: CallContext): Promise<VolunteerDesk> {
  const { now, caller } = context;
  // Read anew: the call itself may have changed whom the volunteer is busy with.
  const account = (await accounts.findById(caller.accountId)) ?? (await context.account());
  const [grants, open, mine, { assistance }, current] = await Promise.all([
    rolesInForce(account, now),
    helpRequests.findOpen(now, SHOWN),
    helpRequests.findTakenBy(account._id),
    mandateRules.current(now),
    account.assistanceId === null ? null : assistances.findById(account.assistanceId),
  ]);
  return {
    label: grantOf(grants, 'volunteer')?.label ?? '',
    open: open
      .filter((request) => isWaiting(request, now) && request.accountId !== account._id)
      .map(helpRequestView),
    mine: mine.map(helpRequestView),
    current: current?.volunteerAccountId === account._id ? assistanceView(current, now) : null,
    offer: { purposes: assistance.purposes, minutes: assistance.minutes },
  };
}
