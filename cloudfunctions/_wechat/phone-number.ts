import { weChatCloud } from './sdk';

interface PhoneAnswer {
  readonly phoneInfo?: { readonly purePhoneNumber?: unknown; readonly countryCode?: unknown };
}

/**
 * The phone number that WeChat verified for its user, by the one-time code of the phone button.
 * Null where WeChat does not accept the code: expired, used, or not one of its own.
 */
export async function phoneNumberOf(code: string): Promise<string | null> {
  try {
    const answer = (await weChatCloud().openapi.phonenumber.getPhoneNumber({ code })) as PhoneAnswer;
    const number = answer.phoneInfo?.purePhoneNumber;
    return typeof number === 'string' && /^\d{5,15}$/.test(number) ? number : null;
  } catch (thrown) {
    if (isCodeRejected(thrown)) return null;
    throw thrown;
  }
}

/** 40029: invalid code; 40013 and 40226 are refusals of the platform for this user or app. */
const REJECTIONS = new Set([40029, 40013, 40226]);
const isCodeRejected = (thrown: unknown): boolean =>
  REJECTIONS.has(Number((thrown as { errCode?: unknown }).errCode));
