import { invalidParameter } from '../failures';
import type { ServerDate } from '../values/decode';
import type { ActionContext } from './action';

/** Transactions act on single documents: doc() and add() (WeChat, guide to database transactions). The code is [MEM]. */
export function refuseInTransaction(context: ActionContext, call: string): void {
  if (context.inTransaction) throw invalidParameter(`${call} is not supported in a transaction`);
}

/** Server dates as the injected clock says; refused in a transaction, as the vendor's own test notes. The code is [MEM]. */
export function serverDates(now: () => number, inTransaction: boolean): ServerDate {
  return (offset) => {
    if (inTransaction) throw invalidParameter('serverDate is not supported in a transaction');
    const date = new Date(now() + offset);
    if (Number.isNaN(date.getTime())) throw invalidParameter('serverDate offset is out of range');
    return date;
  };
}
