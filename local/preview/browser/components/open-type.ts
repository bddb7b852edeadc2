import { choosePhoneNumber } from '../api/phone-number';
import { openSettings } from '../api/permission';
import { privacyOf } from '../api/privacy-consent';
import { showNotice } from '../api/dialog/notice';
import type { BuiltInNode, PhoneHost } from '../runtime/interfaces';
import { textOf } from './properties';

type OpenType = (node: BuiltInNode, host: PhoneHost) => void;

async function getPhoneNumber(node: BuiltInNode, host: PhoneHost): Promise<void> {
  node.fire('getphonenumber', await choosePhoneNumber(host));
}

function agreePrivacyAuthorization(node: BuiltInNode, host: PhoneHost): void {
  privacyOf(host).agree();
  node.fire('agreeprivacyauthorization', { errMsg: 'agreePrivacyAuthorization:ok' });
}

async function openSetting(node: BuiltInNode, host: PhoneHost): Promise<void> {
  const authSetting = await openSettings(host);
  node.fire('opensetting', { errMsg: 'openSetting:ok', authSetting });
}

/**
 * What `open-type` of a button opens. Sharing asks the page itself (`onShareAppMessage`), whose answer
 * is shown instead of sent; customer service exists in WeChat only and is shown as such.
 */
export const openTypes: Record<string, OpenType> = {
  getPhoneNumber: (node, host) => void getPhoneNumber(node, host),
  agreePrivacyAuthorization,
  openSetting: (node, host) => void openSetting(node, host),
  contact: (node, host) => {
    showNotice(host, '联系客服', '在微信里，这里会打开小程序的客服会话。');
    node.fire('contact', { errMsg: 'enterContact:ok', path: '', query: {} });
  },
  share: (node, host) => {
    const page = host.navigation.currentPages().at(-1);
    const handler = page?.['onShareAppMessage'];
    const target = { id: node.element.id, dataset: Object.fromEntries(Object.entries(node.element.dataset)) };
    const answer: unknown =
      typeof handler === 'function' ? (handler.call(page, { from: 'button', target }) as unknown) : undefined;
    const shared = (typeof answer === 'object' && answer !== null ? answer : {}) as Record<string, unknown>;
    const title = typeof shared['title'] === 'string' ? shared['title'] : textOf(node, 'name');
    const path = typeof shared['path'] === 'string' ? shared['path'] : (page?.route ?? '');
    showNotice(host, '转发给朋友', `${title}\n${path}`);
  },
  feedback: (_, host) => showNotice(host, '意见反馈', '在微信里，这里会打开意见反馈页面。'),
};
