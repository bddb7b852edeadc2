import type { PayLists } from '../../../shared/pay';
import { button } from '../../page/button';
import { element } from '../../page/element';
import { counted } from '../../page/format';
import { panel, row } from '../../page/panel';
import { read, send } from '../../server/ask';
import type { Tab } from '../tab';
import { callbackTable } from './callback-table';
import { orderTable, refundTable } from './order-table';

/** Orders, refunds and callbacks of the payment provider. */
export function payTab(): Tab {
  const refresh = async (): Promise<void> => {
    const lists = await read<PayLists>('pay');
    orders.show(lists.orders.reverse());
    refunds.show(lists.refunds.reverse());
    callbacks.show(lists.callbacks.reverse());
  };
  const orders = orderTable(refresh);
  const refunds = refundTable();
  const callbacks = callbackTable(refresh);
  const release = async (): Promise<string> => {
    const { released } = await send<{ released: number }>('pay/release');
    await refresh();
    return `${counted(released, 'late callback')} let go.`;
  };
  return {
    id: 'pay',
    title: 'Pay',
    element: element(
      'div',
      {},
      panel('Orders', orders.element),
      panel('Refunds', refunds.element),
      panel('Callbacks', callbacks.element, row(button('Let late ones go now', release))),
    ),
    refresh,
  };
}
