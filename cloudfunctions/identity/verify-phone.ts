import type { identity } from '@core/contract/identity';
import { maskPhone } from '@core/domain/identity/mask';
import { accept, refuse } from '@core/domain/result';
import { consented } from '../_kernel/consented';
import type { UseCase } from '../_kernel/serve';
import { blindIndex } from '../_store/blind-index';
import { catalogue } from '../_store/catalog';
import { open, seal } from '../_store/sealed-field';
import { phoneNumberOf } from '../_wechat/phone-number';
import { changeAccount } from './change-account';
import { phonePlace } from './me-view';

/** Keeps the phone number that WeChat verified; the phone itself only hands over a code. */
export const verifyPhone: UseCase<typeof identity.procedures.verifyPhone> = async (input, context) => {
  const { rulePack } = await catalogue.current(context.now);
  // The code works once: asked for outside the loop, however often the account must be loaded again.
  let number: string | null | undefined;
  const changed = await changeAccount({ procedure: 'verifyPhone', input }, context, async (account) => {
    if (!account.signedIn) return refuse('SIGNED_OUT', null);
    if (!consented(account, rulePack.consent)) return refuse('CONSENT_MISSING', null);
    number ??= await phoneNumberOf(input.code);
    if (number === null) return refuse('PHONE_CODE_REJECTED', null);
    return {
      change: { phone: seal(number, phonePlace(account._id)), phoneIndex: blindIndex('phone', number) },
    };
  });
  if (!changed.ok) return changed;
  const { phone, _id } = changed.account;
  return phone
    ? accept({ maskedPhone: maskPhone(open(phone, phonePlace(_id))) })
    : refuse('PHONE_CODE_REJECTED', null);
};
