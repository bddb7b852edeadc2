import type { PhoneHost } from '../runtime/interfaces';
import { action, element } from './dialog/element';
import { askInLayer } from './dialog/layer';
import { askCloud } from './local-cloud';
import { privacyOf } from './privacy-consent';

type PhoneNumberDetail = Record<string, unknown>;

/** 199****0001: what WeChat itself shows of a number. */
export const maskPhone = (phoneNumber: string): string => phoneNumber.replace(/^(\d{3})\d{4}/u, '$1****');

const refuse = (reason: string, extra: Record<string, unknown> = {}): PhoneNumberDetail => ({
  errMsg: `getPhoneNumber:fail ${reason}`,
  ...extra,
});

function confirm(host: PhoneHost, phoneNumber: string): Promise<boolean> {
  return askInLayer<boolean>(
    host,
    { kind: 'sheet', label: '申请使用你的手机号', dismissed: false },
    (answer) =>
      element(
        'div.wx-consent',
        {},
        element('div.wx-consent-title', {}, '申请获取并验证你的手机号'),
        element('div.wx-consent-number', {}, maskPhone(phoneNumber)),
        element('div.wx-consent-text', {}, '微信绑定号码（虚构）'),
        element(
          'div.wx-consent-buttons',
          {},
          action('button.wx-consent-refuse', '不允许', () => answer(false)),
          action('button.wx-consent-agree', '允许', () => answer(true)),
        ),
      ),
  );
}

/**
 * What a `getPhoneNumber` button does: privacy consent, the person's yes, and a single-use code that
 * the mini program's own cloud function may exchange for the number. Gives the event's detail.
 */
export async function choosePhoneNumber(host: PhoneHost): Promise<PhoneNumberDetail> {
  try {
    await privacyOf(host).require('getPhoneNumber');
  } catch (error) {
    const extra = (error as { extra?: Record<string, unknown> }).extra ?? {};
    return refuse('privacy permission is not authorized', extra);
  }
  const { phoneNumber } = await host.identity.ensure();
  if (!(await confirm(host, phoneNumber))) return refuse('user deny');
  const reply = await askCloud(host, '/phone-code', {});
  if (reply.kind === 'offline') return refuse('network error');
  const { code, cloudID } = reply.body;
  return typeof code === 'string' ? { errMsg: 'getPhoneNumber:ok', code, cloudID } : refuse('system error');
}
