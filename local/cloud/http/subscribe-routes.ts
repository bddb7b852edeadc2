import type { Identity } from '../identity/identity';
import type { MessageService } from '../messages/message-service';
import type { PhoneAction } from './phone-routes';

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};

/** What a phone asks about subscription messages, in its user's name. */
export function subscribeActions(messages: MessageService): Record<string, PhoneAction> {
  const settings = async ({ openid }: Identity, body: Record<string, unknown>): Promise<unknown> => {
    const { mainSwitch, kept } = messages.settings(openid);
    const { mainSwitch: wanted, forget } = body;
    const changed = {
      mainSwitch: typeof wanted === 'boolean' ? wanted : mainSwitch,
      kept: forget === true ? {} : kept,
    };
    if (typeof wanted === 'boolean' || forget === true) await messages.changeSettings(openid, changed);
    const asked = messages.permissions().some((one) => one.openid === openid);
    return { ...changed, asked: asked || !changed.mainSwitch || Object.keys(changed.kept).length > 0 };
  };
  return {
    '/subscribe/ask': ({ openid }, { tmplIds }) => Promise.resolve(messages.prompt(openid, tmplIds)),
    '/subscribe': ({ openid }, { tmplIds, choices, keep }) =>
      messages.answer(openid, { tmplIds, choices: record(choices), keep: keep === true }),
    '/subscribe/settings': settings,
    '/subscribe/received': ({ openid }) =>
      Promise.resolve({ messages: messages.list().filter((one) => one.openid === openid) }),
  };
}
