// wx-server-sdk 4.0.2 turns an all-digit OPENID into a number and loses its last digits.
const OPENID = /^(?=.*[A-Za-z_-])[\w-]{1,64}$/;

/** Whether a value can be an openid here: up to 64 letters, digits, `_` and `-`, and not digits alone. */
export function isOpenid(value: unknown): value is string {
  return typeof value === 'string' && OPENID.test(value);
}
