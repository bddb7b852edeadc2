import { refuse, succeed } from '../answers';
import { ERROR } from '../error-codes';
import type { InterfaceFactory } from '../interface';

/**
 * phonenumber.getPhoneNumber. As in production, a code is not bound to the user who calls: whoever
 * has it may redeem it once.
 */
export const getPhoneNumber: InterfaceFactory =
  ({ phoneCodes, appid, now }) =>
  ({ code }) => {
    const phoneNumber = typeof code === 'string' ? phoneCodes.redeem(code) : undefined;
    if (phoneNumber === undefined) return refuse(ERROR.invalidCode, 'invalid code');
    const watermark = { timestamp: Math.floor(now() / 1000), appid };
    const info = { phoneNumber, purePhoneNumber: phoneNumber, countryCode: '86', watermark };
    return succeed({ phone_info: info });
  };
