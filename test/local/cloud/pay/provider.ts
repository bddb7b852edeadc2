import { createClock, type Clock } from '../../../../local/cloud/clock/clock';
import { FaultBoard } from '../../../../local/cloud/faults/faults';
import { PayService, type PayChoice, type PayOptions } from '../../../../local/cloud/pay/pay';
import type { RecordStore } from '../../../../local/cloud/record-store';

export const MERCHANT = '1900000001';
export const ANN = 'o-ann';

type Fields = Record<string, unknown>;

/** Records in memory, as JSON: what comes back is never the object that was put in. */
function memoryStore(): RecordStore {
  const kinds = new Map<string, Map<string, string>>();
  const of = (kind: string): Map<string, string> => {
    const records = kinds.get(kind) ?? new Map<string, string>();
    kinds.set(kind, records);
    return records;
  };
  return {
    put: (kind, id, value) => Promise.resolve(void of(kind).set(id, JSON.stringify(value))),
    get: (kind, id) => JSON.parse(of(kind).get(id) ?? 'null') as unknown,
    list: (kind) => [...of(kind)].map(([id, text]) => ({ id, value: JSON.parse(text) as unknown })),
    delete: (kind, id) => Promise.resolve(void of(kind).delete(id)),
  };
}

/** The payment provider alone: no database, no function; what it tells is written down. */
export interface Provider {
  pay: PayService;
  clock: Clock;
  faults: FaultBoard;
  /** Events of the callbacks, oldest first. */
  told: Fields[];
  /** What callbacks are answered from now on. */
  acknowledge: boolean;
  ask(api: string, request: Fields): Promise<Fields>;
  /** The bill as text; fails where it is refused. */
  bill(request: Fields): Promise<string>;
  place(outTradeNo: string, totalFee?: number, more?: Fields): Promise<Fields>;
  choose(outTradeNo: string, choice?: PayChoice): Promise<string>;
  refund(outTradeNo: string, outRefundNo: string, refundFee: number, totalFee?: number): Promise<Fields>;
  /** The same records under a new start. */
  restart(): Promise<void>;
}

export function openProvider(now: number, options: Partial<PayOptions> = {}): Provider {
  const clock = createClock({ offset: now - Date.now(), save: () => Promise.resolve() });
  const store = memoryStore();
  const faults = new FaultBoard();
  const told: Fields[] = [];
  const start = (): PayService =>
    new PayService({
      ...{ store, clock, faults, appid: 'wxlocal0001', envId: 'local-env', ...options },
      invoke: ({ event }) => {
        told.push(event as Fields);
        return Promise.resolve({
          ...{ ok: true, requestId: '' },
          json: `{"errcode":${provider.acknowledge ? 0 : 1}}`,
        });
      },
    });
  const provider: Provider = {
    pay: start(),
    clock,
    faults,
    told,
    acknowledge: true,
    ask: async (api, request) =>
      (await provider.pay.handle(api, { sub_mch_id: MERCHANT, ...request }, undefined)) as Fields,
    bill: async (request) => {
      const answer = await provider.pay.handle(
        'downloadBill',
        { sub_mch_id: MERCHANT, ...request },
        undefined,
      );
      if (!Buffer.isBuffer(answer)) throw new Error(JSON.stringify(answer));
      return answer.toString('utf8');
    },
    place: (outTradeNo, totalFee = 2500, more = {}) =>
      provider.ask('unifiedOrder', {
        ...{ out_trade_no: outTradeNo, total_fee: totalFee, body: '挂号费', sub_openid: ANN },
        ...{ spbill_create_ip: '127.0.0.1', env_id: 'local-env', function_name: 'callback' },
        ...more,
      }),
    choose: async (outTradeNo, choice = 'succeed') => {
      const order = provider.pay.orders().find((one) => one.outTradeNo === outTradeNo);
      return (await provider.pay.choose(`prepay_id=${order?.prepayId ?? ''}`, choice, ANN)).errMsg;
    },
    refund: (outTradeNo, outRefundNo, refundFee, totalFee = 2500) =>
      provider.ask('refund', {
        ...{ out_trade_no: outTradeNo, out_refund_no: outRefundNo },
        ...{ refund_fee: refundFee, total_fee: totalFee, function_name: 'refunded' },
      }),
    restart: async () => {
      await provider.pay.close();
      provider.pay = start();
    },
  };
  return provider;
}
