import { isOpenid } from '../../identity/openid';
import { readMessageData } from '../../messages/send-rules';
import { refuse, succeed } from '../answers';
import { ERROR } from '../error-codes';
import type { InterfaceFactory } from '../interface';
import { isKnownPage } from '../pages';

const STATES = ['developer', 'trial', 'formal'];
const LANGUAGES = ['zh_CN', 'en_US', 'zh_HK', 'zh_TW'];

const choose = (value: unknown, list: readonly string[], fallback: string): string | undefined => {
  if (value === undefined || value === '') return fallback;
  return typeof value === 'string' && list.includes(value) ? value : undefined;
};

/**
 * subscribeMessage.send (developers.weixin.qq.com, api_sendmessage). Which of several faults is named
 * first is not documented: receiver, template, contents, page, permission. [MEM]
 */
export const sendSubscribeMessage: InterfaceFactory =
  ({ messages, pages, now }) =>
  async (parameters, caller) => {
    const { touser, template_id: templateId, page } = parameters;
    if (!isOpenid(touser)) return refuse(ERROR.invalidOpenid, 'invalid openid');
    const template = messages.template(templateId);
    if (template === undefined) return refuse(ERROR.invalidTemplate, 'invalid template_id');
    const contents = readMessageData(template, parameters['data']);
    if ('fault' in contents) return refuse(ERROR.argumentInvalid, contents.fault);
    const miniprogramState = choose(parameters['miniprogram_state'], STATES, 'formal');
    const lang = choose(parameters['lang'], LANGUAGES, 'zh_CN');
    if (miniprogramState === undefined || lang === undefined)
      return refuse(ERROR.invalidArguments, 'invalid args');
    const opened = page ?? '';
    if (typeof opened !== 'string' || (opened !== '' && !isKnownPage(opened, pages())))
      return refuse(ERROR.invalidPage, 'invalid page');
    const outcome = await messages.deliver({
      openid: touser,
      templateId: template.id,
      data: contents.data,
      ...(opened === '' ? {} : { page: opened }),
      miniprogramState,
      lang,
      sentAt: now(),
      sentBy: caller.functionName,
    });
    if (outcome === 'refused') return refuse(ERROR.notSubscribed, 'user refuse to accept the msg');
    if (outcome === 'busy') return refuse(ERROR.concurrentMessage, 'concurrent message sending error');
    return succeed();
  };
