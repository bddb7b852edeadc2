import type { visit } from '@core/contract/visit';
import { accept, refuse } from '@core/domain/result';
import { barredBy } from '@core/domain/visit/gate-flag';
import { mayTransfer } from '@core/domain/visit/transfer';
import type { UseCase } from '../_kernel/serve';
import { catalogue } from '../_store/catalog';
import { checkpoints } from '../_store/checkpoints';
import { encounters } from '../_store/encounters';
import { sessions } from '../_store/sessions';
import { visitRules } from '../_store/visit-rules';
import { visitPerson } from './visit-person';

/** Sessions of today to which this patient may be sent on, the ones that begin first on top. */
export const listTransferTargets: UseCase<typeof visit.procedures.listTransferTargets> = async (
  { appointmentId },
  context,
) => {
  const encounter = await encounters.findById(appointmentId);
  if (!encounter) return refuse('NOT_FOUND', null);
  const [hospital, found, person, rules, record] = await Promise.all([
    catalogue.current(context.now),
    sessions.findPlacesOfDay(encounter.day),
    visitPerson(encounter.patientId),
    visitRules(context.now),
    checkpoints.findById(encounter.patientId),
  ]);
  if (!person) return refuse('NOT_FOUND', null);
  const targets = found.flatMap((session) => {
    const { _id: sessionId, clinicId, practitionerId, place, start, end } = session;
    const clinic = hospital.clinics.find((one) => one.clinicId === clinicId);
    if (barredBy(record?.flag ?? null, clinicId, rules.gate, context.now) !== null) return [];
    const wish = { condition: clinic?.condition ?? null, person };
    if (!clinic || !mayTransfer(encounter, { ...session, sessionId }, wish, context.now)) return [];
    const doctor = hospital.practitioners.find((one) => one.practitionerId === practitionerId);
    return [{ sessionId, clinicName: clinic.name, practitionerName: doctor?.name ?? '', place, start, end }];
  });
  return accept(targets.sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0)));
};
