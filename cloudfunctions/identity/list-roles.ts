import type { identity } from '@core/contract/identity';
import { accept } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { roleLines } from './role-lines';

/** Who has which role, for administrators. */
export const listRoles: UseCase<typeof identity.procedures.listRoles> = async (_input, context) =>
  accept(await roleLines(context.now));
