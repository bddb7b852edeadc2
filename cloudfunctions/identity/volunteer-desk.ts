import type { VolunteerDesk } from '@core/contract/assistance';
import { MINUTE_MS } from '@core/domain/calendar-day';
import { helpState } from '@core/domain/identity/help-request';
import { grantOf, rolesInForce } from '../_kernel/access/roles';
import type { CallContext } from '../_kernel/call-context';
import { accounts } from '../_store/accounts';
import { assistances } from '../_store/assistances';
import { helpRequests, type HelpRequest } from '../_store/help-requests';
import { mandateRules } from '../_store/mandate-rules';
import { assistanceView } from './assistance-view';
import { helpRequestView } from './help-view';

/** More than a hall of volunteers can look after at a time. */
const SHOWN = 50;

/** Who waits for a volunteer, whom this one is looking after, and whom they act for: the only one whose name is in it. */
export async function volunteerDesk(context: CallContext): Promise<VolunteerDesk> {
  const { now, caller } = context;
  // Read anew: the call itself may have changed whom the volunteer is busy with.
  const account = (await accounts.findById(caller.accountId)) ?? (await context.account());
  const [grants, open, taken, { assistance }, current] = await Promise.all([
    rolesInForce(account, now),
    helpRequests.findWaiting('open', now, SHOWN),
    helpRequests.findWaiting('taken', now, SHOWN),
    mandateRules.current(now),
    account.assistanceId === null ? null : assistances.findById(account.assistanceId),
  ]);
  const mine = current?.volunteerAccountId === account._id ? current : null;
  if (mine?.patientId) context.viewed(mine.patientId, { role: 'volunteer', mandateId: mine._id });
  const comeMs = assistance.comeMinutes * MINUTE_MS;
  const view = (request: HelpRequest) => helpRequestView(request, comeMs, now);
  const isMine = ({ takenBy }: HelpRequest) => takenBy === account._id;
  const nobodyCame = taken.filter((one) => !isMine(one) && helpState(one, comeMs, now) === 'open');
  return {
    label: grantOf(grants, 'volunteer')?.label ?? '',
    open: [...nobodyCame, ...open].filter(({ accountId }) => accountId !== account._id).map(view),
    mine: taken.filter(isMine).map(view),
    current: mine && assistanceView(mine, now),
    offer: { purposes: assistance.purposes, minutes: assistance.minutes },
  };
}
