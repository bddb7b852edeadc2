import type { OrderLine } from '../../../shared/pay';
import { button } from '../../page/button';
import { element } from '../../page/element';
import { send } from '../../server/ask';
import type { Refresh } from '../tab';

const CHOICES: readonly (readonly [label: string, choice: string])[] = [
  ['Pay', 'succeed'],
  ['Pay, late callback', 'succeed-late'],
  ['Fail', 'fail'],
  ['Cancel', 'cancel'],
];

/** What the button does, in words. */
const FORGE = 'Deliver a payment callback that the provider never sent';

/** What can be done with an order: the user's choice while it is open, callbacks again afterwards, and a forged one at any time. */
export function orderActions({ outTradeNo, state }: OrderLine, refresh: Refresh): HTMLElement {
  const choose = async (choice: string): Promise<string> => {
    const { errMsg } = await send<{ errMsg: string }>('pay/choose', { outTradeNo, choice });
    await refresh();
    return errMsg;
  };
  const repeat = async (): Promise<string> => {
    const { repeated } = await send<{ repeated: number }>('pay/repeat', { outTradeNo });
    await refresh();
    return repeated === 0 ? 'There is no callback to repeat.' : `Delivering ${repeated} again.`;
  };
  const forge = async (): Promise<string> => {
    await send('pay/forge', { outTradeNo });
    await refresh();
    return 'A forged callback said that this order is paid.';
  };
  const open = state === 'NOTPAY' || state === 'USERPAYING' || state === 'PAYERROR';
  const choices = CHOICES.map(([label, choice]) => button(label, () => choose(choice)));
  const again = button('Repeat callbacks', repeat);
  return element('div.actions', {}, ...(open ? choices : [again]), button('Forge', forge, { title: FORGE }));
}
