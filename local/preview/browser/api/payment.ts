import type { PhoneHost, WxApiModule } from '../runtime/interfaces';
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

async function pay(host: PhoneHost, options: PaymentOptions): Promise<void> {
  for (const name of ['timeStamp', 'nonceStr', 'package', 'paySign'] as const) {
    if (typeof options[name] !== 'string' || options[name] === '') {
      throw new WxFailure(`parameter error: parameter.${name} should be String instead of Undefined`);
    }
  }
  const choice = (await presetChoice(host)) ?? (await askChoice(host, options.package));
  const reply = await askCloud(host, '/pay/choose', { package: options.package, choice });
  if (choice === 'cancel') throw new WxFailure('cancel');
  if (choice === 'fail') throw new WxFailure('支付失败', { errCode: -1 });
  if (reply.kind === 'offline') throw new WxFailure('network error');
  if (reply.status >= 400 || reply.body['errCode'] !== undefined) {
    const { errMsg } = reply.body;
    throw new WxFailure(typeof errMsg === 'string' ? errMsg : 'system error', {
      errCode: reply.body['errCode'],
    });
  }
}

/** Payment, decided by the person at the preview. */
export const payment: WxApiModule = (host) => ({
  requestPayment: asyncApi<PaymentOptions>('requestPayment', (options) => pay(host, options)),
});
