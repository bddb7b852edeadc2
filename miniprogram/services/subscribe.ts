import type { SubscribeTemplate } from '@core/contract/message';
import type { MessageKind } from '@core/domain/message/message-kinds';
import { api } from './api';
import { newRequestId } from './request-id';

const STORAGE_KEY = 'subscribe-templates';

/** What came of asking. `off`: the person has switched all messages of this mini program off in WeChat. */
export type Subscribed = 'accepted' | 'rejected' | 'off' | 'unavailable';

/** WeChat: the main switch for messages is off. */
const SWITCHED_OFF = 20004;

function kept(): readonly SubscribeTemplate[] {
  const stored: unknown = wx.getStorageSync(STORAGE_KEY);
  return Array.isArray(stored) ? (stored as SubscribeTemplate[]) : [];
}

/** Called when a page opens that may ask: WeChat wants the question inside of the tap, without waiting for a server. */
export async function prepareSubscribe(): Promise<void> {
  const answer = await api.message.listTemplates({});
  if (answer.ok) wx.setStorageSync(STORAGE_KEY, answer.value);
}

/** Whether the hospital can send any of these by WeChat. */
export const maySubscribe = (kinds: readonly MessageKind[]): boolean =>
  kept().some(({ kind }) => kinds.includes(kind));

/**
 * Asks for one WeChat message of each kind; only inside of a tap, before anything is awaited. The hospital is told of what
 * was accepted.
 */
export function askSubscribe(kinds: readonly MessageKind[]): Promise<Subscribed> {
  const wanted = kept().filter(({ kind }) => kinds.includes(kind));
  if (wanted.length === 0) return Promise.resolve('unavailable');
  return new Promise((resolve) => {
    wx.requestSubscribeMessage({
      tmplIds: wanted.map(({ templateId }) => templateId),
      success: (result) => void record(wanted, result as unknown as Record<string, string>).then(resolve),
      fail: ({ errCode }) => resolve(errCode === SWITCHED_OFF ? 'off' : 'unavailable'),
    });
  });
}

async function record(
  wanted: readonly SubscribeTemplate[],
  result: Readonly<Record<string, string>>,
): Promise<Subscribed> {
  const kinds = wanted.filter(({ templateId }) => result[templateId] === 'accept').map(({ kind }) => kind);
  if (kinds.length === 0) return 'rejected';
  const answer = await api.message.recordSubscription({ requestId: newRequestId(), kinds });
  return answer.ok ? 'accepted' : 'unavailable';
}
