import type { InterfaceFactory } from './interface';
import { addDelayedFunctionTask } from './interfaces/add-delayed-function-task';
import { getPhoneNumber } from './interfaces/get-phone-number';
import { getOpenData } from './interfaces/get-open-data';
import { getTemplateList } from './interfaces/get-template-list';
import { getUnlimitedCode } from './interfaces/get-unlimited-code';
import { checkText } from './interfaces/check-text';
import { sendSubscribeMessage } from './interfaces/send-subscribe-message';

/** Every open interface of this cloud under the name that functions call and config.json permits. */
export const INTERFACES: Readonly<Record<string, InterfaceFactory>> = {
  'cloudbase.addDelayedFunctionTask': addDelayedFunctionTask,
  'cloudbase.getOpenData': getOpenData,
  'phonenumber.getPhoneNumber': getPhoneNumber,
  'security.msgSecCheck': checkText,
  'subscribeMessage.getTemplateList': getTemplateList,
  'subscribeMessage.send': sendSubscribeMessage,
  'wxacode.getUnlimited': getUnlimitedCode,
};
