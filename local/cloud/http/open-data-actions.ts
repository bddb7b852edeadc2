import { pathOfCode } from '../openapi/program-code';
import type { OpenServices } from '../open-services';
import type { PhoneAction } from './phone-routes';

/** What a phone asks of WeChat itself: a code for its number, and what a scanned code says. */
export function openDataActions({ phoneCodes, cloudIds }: OpenServices): Record<string, PhoneAction> {
  return {
    '/scan': ({ appid }, { text }) =>
      Promise.resolve({ path: typeof text === 'string' ? pathOfCode(text, appid) : undefined }),
    '/phone-code': ({ openid, phoneNumber }) => {
      if (phoneNumber === undefined)
        return Promise.resolve({ errMsg: 'getPhoneNumber:fail no phone number is bound' });
      const number = { phoneNumber, purePhoneNumber: phoneNumber, countryCode: '86' };
      const [code, cloudID] = [phoneCodes.mint(phoneNumber), cloudIds.mint(openid, number)];
      return Promise.resolve({ errMsg: 'getPhoneNumber:ok', code, cloudID });
    },
  };
}
