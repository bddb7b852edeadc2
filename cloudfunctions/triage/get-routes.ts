import type { triage } from '@core/contract/triage';
import { accept } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { hospitalRoutes } from './hospital-routes';

/** Which clinic sees what; nothing where the phone knows this version already. */
export const getRoutes: UseCase<typeof triage.procedures.getRoutes> = async ({ known }, context) => {
  const { version, routes } = await hospitalRoutes(context.now);
  return accept({ version, routes: known === version ? null : routes });
};
