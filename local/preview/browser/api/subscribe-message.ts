import type { PhoneHost, WxApiModule } from '../runtime/interfaces';
import { isTapMoment, lendTap } from '../runtime/events/tap-moment';
import { asyncApi, WxFailure } from './call';
import { askCloud } from './local-cloud';
import { askSubscription, type AskedTemplate } from './subscribe-sheet';

/** What the cloud says of a prompt: what is to be asked and what is settled, or a refusal. */
interface Prompt {
  ask: AskedTemplate[];
  settled: Record<string, string>;
}

/** wx.requestSubscribeMessage, 错误码: the network failed before the sheet, and after it. */
const listFailed = { code: 10002, words: 'Request list fail' };
const answerFailed = { code: 10003, words: 'Request subscribe fail' };

/** Asks the cloud as this phone's user; a refusal becomes the failure of the call. */
async function ask(
  host: PhoneHost,
  request: { path: string; body: Record<string, unknown> },
  offline: { code: number; words: string },
): Promise<Record<string, unknown>> {
  const reply = await askCloud(host, request.path, request.body);
  if (reply.kind === 'offline' || reply.status >= 400)
    throw new WxFailure(offline.words, { errCode: offline.code });
  const { errCode, errMsg } = reply.body;
  if (typeof errCode === 'number') throw new WxFailure(String(errMsg), { errCode });
  return reply.body;
}

async function request(host: PhoneHost, tmplIds: unknown): Promise<Record<string, unknown>> {
  const prompt = await ask(host, { path: '/subscribe/ask', body: { tmplIds } }, listFailed);
  const { ask: asked } = prompt as unknown as Prompt;
  const answer = asked.length === 0 ? { choices: {}, keep: false } : await askSubscription(host, asked);
  return ask(host, { path: '/subscribe', body: { tmplIds, ...answer } }, answerFailed);
}

/** The buttons of WeChat's own dialogs: what a page does when one answers it counts as done by a tap. [COMM] */
function takeDialogsForTaps(): void {
  const listen = ({ target }: Event): void => {
    if (target instanceof Element && target.closest('.wx-layer') !== null) lendTap();
  };
  document.addEventListener('click', listen, { capture: true });
}

/** Asking the person for subscription messages. */
export const subscribeMessage: WxApiModule = (host) => {
  takeDialogsForTaps();
  return {
    requestSubscribeMessage: asyncApi<{ tmplIds?: unknown }>('requestSubscribeMessage', ({ tmplIds }) => {
      if (!isTapMoment()) throw new WxFailure('can only be invoked by user TAP gesture.');
      return request(host, tmplIds);
    }),
  };
};
