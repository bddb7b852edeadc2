import { weChatCloud } from './sdk';

export interface SubscribeMessage {
  readonly openid: string;
  readonly templateId: string;
  /** The page that a tap opens, with its query. */
  readonly page: string;
  readonly values: Readonly<Record<string, string>>;
}

/** sent: WeChat took it; refused: the user gave no permission (any more); failed: anything else. */
export type SubscribeOutcome = 'sent' | 'refused' | 'failed';

/** 43101: the user refuses this message, or the permission was used up (subscribeMessage.send, 错误码). */
const NOT_AGREED = 43101;

/** Sends one subscription message. What goes wrong here undoes nothing: the message waits in the mini program. */
export async function sendSubscribeMessage(message: SubscribeMessage): Promise<SubscribeOutcome> {
  const data = Object.fromEntries(Object.entries(message.values).map(([key, value]) => [key, { value }]));
  try {
    await weChatCloud().openapi.subscribeMessage.send({
      touser: message.openid,
      templateId: message.templateId,
      page: message.page,
      data,
    });
    return 'sent';
  } catch (thrown) {
    return Number((thrown as { errCode?: unknown }).errCode) === NOT_AGREED ? 'refused' : 'failed';
  }
}
