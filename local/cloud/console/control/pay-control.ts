import { RequestError } from '../../http/body';
import { PAY_CHOICES, type PayChoice, type PayService } from '../../pay/pay';
import { textOf, type ControlRequest, type ControlTable } from './control-action';

/** The payment sheet's choice, made in the place of the user whom the order was made for. */
async function choose(pay: PayService, request: ControlRequest): Promise<unknown> {
  const outTradeNo = textOf(request, 'outTradeNo');
  const choice = textOf(request, 'choice') as PayChoice;
  if (!PAY_CHOICES.includes(choice))
    throw new RequestError(400, `choice is none of ${PAY_CHOICES.join(', ')}`);
  const order = pay.orders().find((one) => one.outTradeNo === outTradeNo);
  if (order === undefined) throw new RequestError(404, `there is no order ${outTradeNo}`);
  return pay.choose(`prepay_id=${order.prepayId}`, choice, order.openid);
}

/** Orders, refunds and callbacks, and everything a user or the provider may do with them. */
export function payControl(pay: PayService): ControlTable {
  return {
    'GET /control/pay': () => ({
      orders: pay.orders(),
      refunds: pay.refunds(),
      callbacks: pay.callbacks(),
    }),
    'POST /control/pay/choose': (request) => choose(pay, request),
    'POST /control/pay/release': async () => ({ released: await pay.releaseCallbacks() }),
    'POST /control/pay/repeat': async (request) => ({
      repeated: await pay.repeatCallbacks(textOf(request, 'outTradeNo')),
    }),
  };
}
