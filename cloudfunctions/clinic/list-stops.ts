import type { clinic } from '@core/contract/clinic';
import { accept } from '@core/domain/result';
import type { CallContext } from '../_kernel/call-context';
import type { UseCase } from '../_kernel/serve';
import { stops } from '../_store/stops';
import { stopView } from './stop-view';

/** Requests to stop a session: the administrator's to decide, or a doctor's own. Those that wait come first. */
export const listStops: UseCase<typeof clinic.procedures.listStops> = async (_input, context) => {
  const found = await listed(context);
  const views = await Promise.all(found.map((record) => stopView(record, context)));
  const waits = (state: string) => (state === 'requested' ? 0 : 1);
  return accept(
    views.flatMap((view) => view ?? []).sort((one, other) => waits(one.state) - waits(other.state)),
  );
};

function listed({ authority: { role, practitionerId } }: CallContext) {
  if (role === 'administrator') return stops.findLatest();
  return practitionerId === null ? Promise.resolve([]) : stops.findByPractitioner(practitionerId);
}
