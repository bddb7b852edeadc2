import { startCloud, type LocalCloud } from '../../../../local/cloud';
import { createPreview, type Preview } from '../../../../local/preview/server';

/** A whole local cloud and the preview of a small mini program, on one address. */
export interface WeChatStage {
  cloud: LocalCloud;
  /** Calls an open interface as a function would. */
  call(api: string, data: Record<string, unknown>): Promise<Record<string, unknown>>;
  close(): Promise<void>;
}

export const OPENID = 'openid-wang';

export async function openWeChat(): Promise<WeChatStage> {
  const preview: Preview = await createPreview({
    miniprogramDir: 'test/local/preview/wechat/fixtures/mini-program',
    people: () => [{ id: 'wang', label: '王小明', openid: OPENID, phoneNumber: '19900000001', note: '' }],
    title: '门诊样例',
  });
  const cloud = await startCloud({
    functionsDir: 'test/local/cloud/functions/fixtures/deployed',
    indexes: { collections: {} },
    appId: 'wxlocal0001',
    envId: 'local-env',
    pages: () => ['pages/home/home', 'pages/visit/visit'],
    subscribeTemplates: [
      { id: 'TURN', title: '候诊提醒', fields: [{ key: 'thing1', label: '科室' }] },
      { id: 'PAID', title: '缴费结果', fields: [{ key: 'amount1', label: '金额' }] },
    ],
    functionConfig: { prewarmed: 1, defaults: { timeoutMs: 30_000 } },
    extraRoutes: [(request, response, url) => preview.handle(request, response, url)],
  });
  cloud.messages.onArrival(({ openid }) => preview.broadcast({ type: 'message', openid }));
  return {
    cloud,
    call: async (api, data) =>
      (await cloud.invoke({ name: 'open', data: { api, data } })).result as Record<string, unknown>,
    async close() {
      await preview.close();
      await cloud.close();
    },
  };
}
