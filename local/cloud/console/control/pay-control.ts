import { RequestError } from '../../http/body';
import { PAY_CHOICES, type PayChoice, type PayService } from '../../pay/pay';
import type { PayLists } from '../shared/pay';
import { numberOf, textOf, type ControlRequest, type ControlTable } from './control-action';

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

/** One callback, by its id: deliver it now, once more, later, or never. */
const callbackControl = (pay: PayService): ControlTable => ({
  'POST /control/pay/callbacks/deliver': (request) => pay.deliver(textOf(request, 'id')),
  'POST /control/pay/callbacks/repeat': async (request) => {
    await pay.repeat(textOf(request, 'id'));
    return { repeated: 1 };
  },
  'POST /control/pay/callbacks/delay': async (request) => {
    const ms = numberOf(request, 'ms');
    if (ms <= 0) throw new RequestError(400, 'ms is not above 0');
    await pay.delay(textOf(request, 'id'), ms);
    return { delayedMs: ms };
  },
  'POST /control/pay/callbacks/drop': async (request) => {
    await pay.drop(textOf(request, 'id'));
    return { dropped: 1 };
  },
});

/** Orders, refunds and callbacks, and everything a user or the provider may do with them. */
export function payControl(pay: PayService): ControlTable {
  const lists = (): PayLists => ({
    orders: pay.orders(),
    refunds: pay.refunds(),
    callbacks: pay.callbacks(),
  });
  return {
    'GET /control/pay': lists,
    'POST /control/pay/choose': (request) => choose(pay, request),
    'POST /control/pay/release': async () => ({ released: await pay.releaseCallbacks() }),
    'POST /control/pay/repeat': async (request) => ({
      repeated: await pay.repeatCallbacks(textOf(request, 'outTradeNo')),
    }),
    'POST /control/pay/forge': (request) => pay.forge({ outTradeNo: textOf(request, 'outTradeNo') }),
    ...callbackControl(pay),
  };
}
