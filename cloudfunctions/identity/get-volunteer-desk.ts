import type { identity } from '@core/contract/identity';
import { accept } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { volunteerDesk } from './volunteer-desk';

/** Asked again every few seconds while the volunteer's page is in sight. */
export const getVolunteerDesk: UseCase<typeof identity.procedures.getVolunteerDesk> = async (
  _input,
  context,
) => accept(await volunteerDesk(context));
