import { dayOf } from '@core/domain/calendar-day';
import { checkIdentityNumber } from '@core/domain/identity/identity-number';
import { normalizeName } from '@core/domain/identity/person-name';
import { textOf } from '../../services/error-text';

/** What is wrong with what was typed off somebody's card, under each field; empty where it is fine. */
export interface CardErrors {
  readonly name: string;
  readonly identityNumber: string;
}

export const NO_CARD_ERRORS: CardErrors = { name: '', identityNumber: '' };

export function cardErrors(
  { name, identityNumber }: { readonly name: string; readonly identityNumber: string },
  now: number,
): CardErrors {
  const checkedName = normalizeName(name);
  const checkedNumber = checkIdentityNumber(identityNumber, dayOf(now));
  return {
    name: name.trim() === '' ? '请写姓名' : checkedName.ok ? '' : textOf(checkedName).reason,
    identityNumber:
      identityNumber.trim() === '' ? '请写身份证号' : checkedNumber.ok ? '' : textOf(checkedNumber).reason,
  };
}
