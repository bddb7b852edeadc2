import { maskName, maskPhone } from '@core/domain/identity/mask';
import { accounts, boundPerson, type Account } from '../_store/accounts';
import { open } from '../_store/sealed-field';
import { phonePlace } from './me-view';

/** Who holds a family code, masked, as the other phone shows them. */
export interface AskingRelative {
  readonly account: Account;
  readonly patientId: string;
  readonly maskedName: string;
  readonly maskedPhone: string | null;
}

/** Null where the account is gone, signed out or without a card of its own: nobody could tell who asks. */
export async function askingRelative(accountId: string): Promise<AskingRelative | null> {
  const account = await accounts.findById(accountId);
  const own = account?.bindings.find(({ relationship }) => relationship === 'self');
  if (!account?.signedIn || !own) return null;
  return {
    account,
    patientId: own.patientId,
    maskedName: maskName(boundPerson(account._id, own).name),
    maskedPhone: account.phone && maskPhone(open(account.phone, phonePlace(account._id))),
  };
}
