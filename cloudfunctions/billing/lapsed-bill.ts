import { isOver, lastPayDay } from '@core/domain/billing/bill-validity';
import { refuse } from '@core/domain/result';
import type { BillRecord } from '../_store/bills';
import type { RulePack } from '../_store/catalog';

/** What keeps a bill that is due from being paid now: its last day is over. Null where it is not. */
export function lapsedBill({ state, day }: BillRecord, { billPayDays, clauses }: RulePack, now: number) {
  const until = lastPayDay(day, billPayDays);
  if (state !== 'due' || !isOver(until, now)) return null;
  return refuse('BILL_LAPSED', { clause: clauses['bill-validity'], until });
}
