import type { OrderLine, RefundLine } from '../../../shared/pay';
import { instant, shortInstant, yuan } from '../../page/format';
import { Table } from '../../page/table';
import type { Refresh } from '../tab';
import { orderActions } from './order-actions';

/** Orders, with the buttons of the payment sheet. */
export const orderTable = (refresh: Refresh): Table<OrderLine> =>
  new Table({
    label: 'Orders',
    empty: 'Nothing was ordered.',
    key: ({ outTradeNo }) => outTradeNo,
    columns: [
      { title: 'Order', cell: ({ outTradeNo }) => outTradeNo, look: 'mono name' },
      { title: 'For', cell: ({ body }) => body, look: 'wide' },
      { title: 'User', cell: ({ openid }) => openid, look: 'mono name' },
      { title: 'Yuan', cell: ({ totalFee }) => yuan(totalFee), look: 'number' },
      { title: 'State', cell: ({ state }) => state },
      { title: 'Ordered', cell: ({ createdAt }) => shortInstant(createdAt), look: 'number' },
      { title: 'Paid', cell: ({ paidAt }) => shortInstant(paidAt), look: 'number' },
      { title: '', cell: (order) => orderActions(order, refresh) },
    ],
  });

/** Refunds and how they end. */
export const refundTable = (): Table<RefundLine> =>
  new Table({
    label: 'Refunds',
    empty: 'Nothing was refunded.',
    key: ({ outRefundNo }) => outRefundNo,
    columns: [
      { title: 'Refund', cell: ({ outRefundNo }) => outRefundNo, look: 'mono name' },
      { title: 'Order', cell: ({ outTradeNo }) => outTradeNo, look: 'mono name' },
      { title: 'For', cell: ({ description }) => description ?? '–', look: 'wide' },
      { title: 'Yuan', cell: ({ refundFee }) => yuan(refundFee), look: 'number' },
      { title: 'of', cell: ({ totalFee }) => yuan(totalFee), look: 'number' },
      { title: 'State', cell: ({ state }) => state },
      { title: 'Accepted', cell: ({ acceptedAt }) => instant(acceptedAt), look: 'number' },
      { title: 'Ended', cell: ({ doneAt }) => instant(doneAt), look: 'number' },
    ],
  });
