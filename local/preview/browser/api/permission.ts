import type { PhoneHost, WxApiModule } from '../runtime/interfaces';
import { asyncApi, WxFailure } from './call';
import { action, element } from './dialog/element';
import { askInLayer } from './dialog/layer';
import { subscriptionRow, subscriptionsSetting } from './subscription-settings';

const stateKey = (scope: string): string => `permission:${scope}`;
const names: Record<string, string> = {
  'scope.addPhoneCalendar': '添加到日历',
  'scope.writePhotosAlbum': '保存到相册',
  'scope.userLocation': '位置',
  'scope.camera': '摄像头',
  'scope.record': '麦克风',
};

const read = (host: PhoneHost, scope: string): boolean | undefined => {
  const value = host.state.get(stateKey(scope));
  return value === null ? undefined : value === 'yes';
};

/** Everything asked so far; a permission never asked for is not in it. */
export function authSetting(host: PhoneHost): Record<string, boolean> {
  const asked = Object.keys(names).map((scope) => [scope, read(host, scope)] as const);
  return Object.fromEntries(asked.filter((entry): entry is [string, boolean] => entry[1] !== undefined));
}

/** Asks the person once; the answer stays until the settings page changes it. */
export async function permit(host: PhoneHost, scope: string): Promise<boolean> {
  const known = read(host, scope);
  if (known !== undefined) return known;
  const name = names[scope] ?? scope;
  const allowed = await askInLayer<boolean>(host, { kind: 'sheet', label: `申请使用${name}` }, (answer) =>
    element(
      'div.wx-consent',
      {},
      element('div.wx-consent-title', {}, `申请使用：${name}`),
      element(
        'div.wx-consent-buttons',
        {},
        action('button.wx-consent-refuse', '拒绝', () => answer(false)),
        action('button.wx-consent-agree', '允许', () => answer(true)),
      ),
    ),
  );
  host.state.set(stateKey(scope), allowed ? 'yes' : 'no');
  return allowed;
}

/** The settings page of the mini program: a switch for everything asked so far. */
export async function openSettings(host: PhoneHost): Promise<Record<string, boolean>> {
  const rows = Object.entries(authSetting(host)).map(([scope, allowed]) => {
    const box = element('input', { type: 'checkbox' });
    box.checked = allowed;
    box.addEventListener('change', () => host.state.set(stateKey(scope), box.checked ? 'yes' : 'no'));
    return element('label.wx-settings-row', {}, names[scope] ?? scope, box);
  });
  const messages = await subscriptionRow(host);
  if (messages !== undefined) rows.push(messages);
  const empty = element('div.wx-consent-text', {}, '小程序还没有申请过任何权限。');
  await askInLayer<undefined>(host, { kind: 'sheet', label: '设置', dismissed: undefined }, (answer) =>
    element(
      'div.wx-consent',
      {},
      element('div.wx-consent-title', {}, '设置'),
      ...(rows.length === 0 ? [empty] : rows),
      element(
        'div.wx-consent-buttons',
        {},
        action('button.wx-consent-agree', '完成', () => answer(undefined)),
      ),
    ),
  );
  return authSetting(host);
}

/** Permissions of the mini program. */
export const permission: WxApiModule = (host) => ({
  getSetting: asyncApi<{ withSubscriptions?: boolean }>('getSetting', async ({ withSubscriptions }) => ({
    authSetting: authSetting(host),
    ...(withSubscriptions === true ? { subscriptionsSetting: await subscriptionsSetting(host) } : {}),
  })),
  openSetting: asyncApi('openSetting', async () => ({ authSetting: await openSettings(host) })),
  authorize: asyncApi<{ scope: string }>('authorize', async ({ scope }) => {
    if (!(await permit(host, scope))) throw new WxFailure('auth deny');
  }),
});
