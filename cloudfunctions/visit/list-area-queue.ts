import type { visit } from '@core/contract/visit';
import { dayOf } from '@core/domain/calendar-day';
import { accept, refuse } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { catalogue } from '../_store/catalog';
import { encounters } from '../_store/encounters';
import { sessions } from '../_store/sessions';
import { visitRules } from '../_store/visit-rules';
import { areaView } from './area-view';
import { shownQueue } from './session-queue';
import { sessionOrder } from './session-order';

/** Everybody who has checked in to an area today, doctor by doctor. */
export const listAreaQueue: UseCase<typeof visit.procedures.listAreaQueue> = async ({ areaId }, context) => {
  const [rules, hospital] = await Promise.all([visitRules(context.now), catalogue.current(context.now)]);
  const area = rules.areas.find((one) => one.areaId === areaId);
  if (!area) return refuse('AREA_UNKNOWN', null);
  const everybody = await encounters.findByArea(areaId, dayOf(context.now));
  const ids = [...new Set(everybody.map(({ sessionId }) => sessionId))].sort();
  const queues = await Promise.all(
    ids.map(async (sessionId) => {
      const session = await sessions.findById(sessionId);
      if (!session) return [];
      const people = everybody.filter((one) => one.sessionId === sessionId);
      const ordered = { everybody: people, queue: sessionOrder(people, rules.queue) };
      const doctor = hospital.practitioners.find((one) => one.practitionerId === session.practitionerId);
      const shown = await shownQueue(session, ordered, context);
      return [{ ...shown, practitionerName: doctor?.name ?? '' }];
    }),
  );
  return accept({ area: areaView(area), sessions: queues.flat() });
};
