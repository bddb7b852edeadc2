import cloud from 'wx-server-sdk';

/** The parts of the SDK that carry WeChat's own services; its typings leave them open or out. */
export interface WeChatCloud {
  getWXContext(): { OPENID?: string; APPID?: string; SOURCE?: string; ENV?: string };
  callFunction(options: { name: string; data: object }): Promise<{ result: unknown }>;
  readonly openapi: {
    readonly phonenumber: { getPhoneNumber(options: { code: string }): Promise<unknown> };
    readonly subscribeMessage: { send(options: object): Promise<unknown> };
  };
  readonly cloudPay: Record<
    'unifiedOrder' | 'queryOrder' | 'closeOrder' | 'refund' | 'queryRefund',
    (options: object) => Promise<Record<string, unknown>>
  >;
}

let opened: WeChatCloud | undefined;

export function weChatCloud(): WeChatCloud {
  if (!opened) {
    const sdk = cloud as unknown as WeChatCloud & {
      DYNAMIC_CURRENT_ENV: string;
      init(options: object): void;
    };
    sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV, keepalive: true });
    opened = sdk;
  }
  return opened;
}
