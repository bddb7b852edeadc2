import type { identity } from '@core/contract/identity';
import { accept, refuse } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { signedInAccount } from '../_kernel/signed-in-account';
import { helpView } from './help-view';

/** Asked again every few seconds while the page is in sight. */
export const getHelp: UseCase<typeof identity.procedures.getHelp> = async (_input, context) =>
  (await signedInAccount(context)) ? accept(await helpView(context)) : refuse('SIGNED_OUT', null);
