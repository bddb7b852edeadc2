import { FILES } from '../files';
import { rowFault, type Check } from './check';

const unknown = (id: string, file: string): string => `${id} is not in ${file}`;

export const clinicReferences: Check = ({ departments, clinics, rulePack }) => {
  const departmentIds = new Set(departments.map((row) => row.value.id));
  const conditionIds = new Set(rulePack.value.eligibility.map(({ id }) => id));
  return clinics.flatMap((row) => {
    const { departmentId, eligibilityId } = row.value;
    return [
      ...(departmentIds.has(departmentId)
        ? []
        : [rowFault('clinics', row, 'departmentId', unknown(departmentId, FILES.departments))]),
      ...(eligibilityId === null || conditionIds.has(eligibilityId)
        ? []
        : [
            rowFault(
              'clinics',
              row,
              'eligibilityId',
              unknown(eligibilityId, `${FILES.rulePack}, eligibility`),
            ),
          ]),
    ];
  });
};

export const practitionerReferences: Check = ({ departments, clinics, practitioners }) => {
  const departmentIds = new Set(departments.map((row) => row.value.id));
  const clinicIds = new Set(clinics.map((row) => row.value.id));
  return practitioners.flatMap((row) => {
    const { departmentId, clinicIds: named } = row.value;
    const strange = named.filter((id) => !clinicIds.has(id));
    return [
      ...(departmentIds.has(departmentId)
        ? []
        : [rowFault('practitioners', row, 'departmentId', unknown(departmentId, FILES.departments))]),
      ...strange.map((id) => rowFault('practitioners', row, 'clinicIds', unknown(id, FILES.clinics))),
      ...(new Set(named).size === named.length
        ? []
        : [rowFault('practitioners', row, 'clinicIds', 'names a clinic twice')]),
    ];
  });
};

export const scheduleReferences: Check = ({ clinics, practitioners, schedules }) => {
  const clinicsOf = new Map(practitioners.map((row) => [row.value.id, row.value.clinicIds]));
  const clinicIds = new Set(clinics.map((row) => row.value.id));
  return schedules.flatMap((row) => {
    const { practitionerId, clinicId } = row.value;
    const listed = clinicsOf.get(practitionerId);
    if (listed === undefined)
      return [rowFault('schedules', row, 'practitionerId', unknown(practitionerId, FILES.practitioners))];
    if (!clinicIds.has(clinicId))
      return [rowFault('schedules', row, 'clinicId', unknown(clinicId, FILES.clinics))];
    if (listed.includes(clinicId)) return [];
    const reason = `${practitionerId} does not work in ${clinicId}: see clinicIds in ${FILES.practitioners}`;
    return [rowFault('schedules', row, 'clinicId', reason)];
  });
};
