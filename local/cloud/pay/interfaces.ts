import type { PayAnswer } from './answers';
import type { PayContext } from './context';
import { downloadBill, refuseBill } from './download-bill';
import { closeOrder, queryOrder } from './order-interfaces';
import type { PayFault } from './pay-faults';
import { queryRefund } from './query-refund';
import { refund } from './refund';
import type { PayRequest } from './request';
import { unifiedOrder } from './unified-order';

/** Fields, or the bytes of a file. */
export type PayReply = PayAnswer | Buffer;

/** One interface of `cloud.cloudPay`, and the faults that can befall it. */
export interface PayInterface {
  run: (request: PayRequest, context: PayContext) => PayReply | Promise<PayReply>;
  /** Refuse before anything is done. */
  before: readonly PayFault[];
  /** Refuse although all was done. */
  after?: readonly PayFault[];
  /** How it says no, where not as the others do. */
  refuse?: (code: string) => PayAnswer;
}

const INTERFACES: Readonly<Record<string, PayInterface>> = {
  unifiedOrder: {
    run: unifiedOrder,
    before: [{ name: 'pay-fail', code: 'SYSTEMERROR' }],
    after: [{ name: 'pay-fail-after', code: 'SYSTEMERROR' }],
  },
  queryOrder: { run: queryOrder, before: [{ name: 'query-fail', code: 'SYSTEMERROR' }] },
  closeOrder: {
    run: closeOrder,
    before: [{ name: 'close-fail', code: 'SYSTEMERROR' }],
    after: [{ name: 'close-fail-after', code: 'SYSTEMERROR' }],
  },
  refund: {
    run: refund,
    before: [
      { name: 'refund-fail', code: 'NOTENOUGH' },
      { name: 'refund-frequency', code: 'FREQUENCY_LIMITED' },
    ],
    after: [{ name: 'refund-fail-after', code: 'SYSTEMERROR' }],
  },
  queryRefund: { run: queryRefund, before: [{ name: 'query-fail', code: 'SYSTEMERROR' }] },
  downloadBill: {
    run: downloadBill,
    before: [{ name: 'bill-fail', code: 'system error' }],
    refuse: refuseBill,
  },
};

/** The interface of that name, where there is one. */
export function payInterface(name: string): PayInterface | undefined {
  return Object.hasOwn(INTERFACES, name) ? INTERFACES[name] : undefined;
}
