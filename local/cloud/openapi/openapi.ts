import type { Catalog } from '../functions/catalog';
import type { Caller } from '../identity/caller';
import type { PhoneCodes } from './phone-codes';
import { decodeParameters, encodeAnswer, encodeRefusal } from './wire';

export interface OpenApiOptions {
  catalog: Catalog;
  phoneCodes: PhoneCodes;
  appid: string;
  now: () => number;
}

type Interface = (parameters: Record<string, unknown>) => Record<string, unknown>;

// WeChat cloud development, error codes.
const NOT_FOUND = -604100;
const NO_PERMISSION = -604101;
const ILLEGAL_SOURCE = -604104;
/** WeChat's open interfaces: invalid code. */
const INVALID_CODE = 40029;

/** WeChat's open interfaces as functions call them through `cloud.openapi`. */
export class OpenApi {
  readonly #options: OpenApiOptions;
  readonly #interfaces: Record<string, Interface>;

  constructor(options: OpenApiOptions) {
    this.#options = options;
    this.#interfaces = {
      'phonenumber.getPhoneNumber': ({ code }) => this.#phoneNumber(code),
    };
  }

  /**
   * Answers a call with the bytes wx-server-sdk reads. A function may only call what its own
   * config.json lists under permissions.openapi.
   */
  handle(api: string, request: Uint8Array, caller: Caller | undefined): Buffer {
    if (caller === undefined) return encodeRefusal(ILLEGAL_SOURCE);
    const answer = Object.hasOwn(this.#interfaces, api) ? this.#interfaces[api] : undefined;
    if (answer === undefined) return encodeRefusal(NOT_FOUND);
    const allowed = this.#options.catalog.find(caller.functionName)?.openapi.includes(api) ?? false;
    return allowed ? encodeAnswer(answer(decodeParameters(request))) : encodeRefusal(NO_PERMISSION);
  }

  // As in production, a code is not bound to the user who calls: whoever has it may redeem it once.
  #phoneNumber(code: unknown): Record<string, unknown> {
    const { phoneCodes, appid, now } = this.#options;
    const phoneNumber = typeof code === 'string' ? phoneCodes.redeem(code) : undefined;
    if (phoneNumber === undefined) return { errcode: INVALID_CODE, errmsg: 'invalid code' };
    const watermark = { timestamp: Math.floor(now() / 1000), appid };
    const info = { phoneNumber, purePhoneNumber: phoneNumber, countryCode: '86', watermark };
    return { errcode: 0, errmsg: 'ok', phone_info: info };
  }
}
