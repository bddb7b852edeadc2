import type { catalog } from '@core/contract/catalog';
import { dayOf } from '@core/domain/calendar-day';
import { accept } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { catalogue } from '../_store/catalog';

/** The hospital, and the notices that hold today. */
export const getHome: UseCase<typeof catalog.procedures.getHome> = async (_input, context) => {
  const { organization, notices } = await catalogue.current(context.now);
  const today = dayOf(context.now);
  const inForce = notices.filter(({ from, to }) => from <= today && (to === null || to >= today));
  return accept({ organization, notices: inForce.map(({ id, title, body }) => ({ id, title, body })) });
};
