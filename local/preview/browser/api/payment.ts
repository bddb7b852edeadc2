import type { PhoneHost, WxApiModule } from '../runtime/interfaces';
import { lendTap } from '../runtime/events/tap-moment';
import { asyncApi, WxFailure } from './call';
import { action, element } from './dialog/element';
import { askInLayer } from './dialog/layer';
import { askCloud } from './local-cloud';

interface PaymentOptions {
  timeStamp: string;
  nonceStr: string;
  package: string;
  signType?: string;
  paySign: string;
}

interface ShownOrder {
  prepayId: string;
  /** What the merchant wrote on it. */
  body: string;
  /** In fen. */
  totalFee: number;
}

/** What the person may decide; `succeed-late` pays at once and tells the merchant later. */
type Choice = 'succeed' | 'succeed-late' | 'cancel' | 'fail';
const choices: readonly Choice[] = ['succeed', 'succeed-late', 'cancel', 'fail'];
const isChoice = (value: unknown): value is Choice => choices.includes(value as Choice);

/** The panel may have been told in advance how payments end. */
async function presetChoice(host: PhoneHost): Promise<Choice | undefined> {
  if (!host.panel.connected) return undefined;
  const answer = await host.panel.ask('pay').catch(() => undefined);
  return isChoice(answer) ? answer : undefined;
}

/** What is paid, in words; where the order is unknown, its prepay text. */
async function describeOrder(packageText: string): Promise<string> {
  try {
    const response = await fetch('/control/pay', { headers: { 'x-local-control': '1' } });
    const { orders } = (await response.json()) as { orders: ShownOrder[] };
    const order = orders.find(({ prepayId }) => packageText === `prepay_id=${prepayId}`);
    return order === undefined ? packageText : `${order.body}  ¥${(order.totalFee / 100).toFixed(2)}`;
  } catch {
    return packageText;
  }
}

function askChoice(host: PhoneHost, order: string): Promise<Choice> {
  return askInLayer<Choice>(host, { kind: 'sheet', label: '预览支付', dismissed: 'cancel' }, (answer) =>
    element(
      'div.wx-pay',
      {},
      element('div.wx-pay-title', {}, '预览支付'),
      element('div.wx-pay-note', {}, '这里不是微信支付，不会动用真钱。'),
      element('div.wx-pay-order', {}, order),
      action('button.wx-pay-succeed', '支付成功', () => answer('succeed')),
      action('button.wx-pay-other', '支付成功，结果晚到', () => answer('succeed-late')),
      action('button.wx-pay-other', '支付失败', () => answer('fail')),
      action('button.wx-pay-other', '取消支付', () => answer('cancel')),
    ),
  );
}

function check(options: PaymentOptions): void {
  for (const name of ['timeStamp', 'nonceStr', 'package', 'paySign'] as const) {
    const value: unknown = options[name];
    if (typeof value === 'string' && value !== '') continue;
    throw new WxFailure(`parameter error: parameter.${name} should be String instead of ${typeof value}`);
  }
}

async function pay(host: PhoneHost, options: PaymentOptions): Promise<void> {
  check(options);
  const preset = await presetChoice(host);
  const choice = preset ?? (await askChoice(host, await describeOrder(options.package)));
  const reply = await askCloud(host, '/pay/choose', { package: options.package, choice });
  if (reply.kind === 'offline') throw new WxFailure(choice === 'cancel' ? 'cancel' : 'network error');
  const { errMsg } = reply.body;
  if (errMsg === 'requestPayment:ok') return;
  throw new WxFailure(typeof errMsg === 'string' ? errMsg.replace(/^requestPayment:/u, '') : 'system error');
}

/** Payment, decided by the person at the preview. */
export const payment: WxApiModule = (host) => ({
  requestPayment: asyncApi<PaymentOptions>('requestPayment', (options) =>
    // WeChat lets a page ask for subscription messages when a payment ends, however it ends.
    pay(host, options).finally(lendTap),
  ),
});
