import type { identity } from '@core/contract/identity';
import { accept } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { agreedAccount } from './agreed-account';
import { familyView } from './family-view';

/** The consents between the caller and the family. */
export const listFamily: UseCase<typeof identity.procedures.listFamily> = async (_input, context) => {
  const agreed = await agreedAccount(context);
  if (!agreed.ok) return agreed;
  const { account, rulePack } = agreed.value;
  return accept(await familyView(account, rulePack, context));
};
