import type { PhoneHost } from '../runtime/interfaces';
import { element } from './dialog/element';
import { askCloud } from './local-cloud';

/** What this phone's user decided about subscription messages for good. */
interface Settings {
  mainSwitch: boolean;
  kept: Record<string, string>;
  /** Whether the person was ever asked. */
  asked: boolean;
}

async function settings(host: PhoneHost, change: { mainSwitch?: boolean } = {}): Promise<Settings> {
  const none: Settings = { mainSwitch: true, kept: {}, asked: false };
  const reply = await askCloud(host, '/subscribe/settings', change);
  return reply.kind === 'answer' && reply.status === 200 ? { ...none, ...reply.body } : none;
}

/** `subscriptionsSetting` of wx.getSetting. */
export async function subscriptionsSetting(host: PhoneHost): Promise<Record<string, unknown>> {
  const { mainSwitch, kept } = await settings(host);
  return { mainSwitch, itemSettings: kept };
}

/** The switch on the settings page; undefined where the person was never asked. */
export async function subscriptionRow(host: PhoneHost): Promise<HTMLLabelElement | undefined> {
  const { mainSwitch, asked } = await settings(host);
  if (!asked) return undefined;
  const box = element('input', { type: 'checkbox' });
  box.checked = mainSwitch;
  box.addEventListener('change', () => void settings(host, { mainSwitch: box.checked }));
  return element('label.wx-settings-row', {}, '接收订阅消息', box);
}
