import { placeFinder } from '@core/domain/guide/place-names';
import type { Finding, HospitalPlan } from '@core/domain/guide/plan';
import type { Catalogue } from '../_store/catalog';

/** Doctors with their rooms, clinics and departments with where they are; who has no place in the plan is left out. */
export function findings(catalogue: Catalogue, plan: HospitalPlan): Finding[] {
  const find = placeFinder(plan.places, plan.floors);
  const departmentName = new Map(catalogue.departments.map((one) => [one.departmentId, one.name]));
  const placed = (finding: Omit<Finding, 'placeId'>, text: string): Finding[] => {
    const place = find(text);
    return place === null ? [] : [{ ...finding, placeId: place.placeId }];
  };
  const departmentOf = (clinicId: string | undefined): string => {
    const clinic = catalogue.clinics.find((one) => one.clinicId === clinicId);
    return departmentName.get(clinic?.departmentId ?? '') ?? '';
  };
  return [
    ...catalogue.departments.flatMap(({ departmentId, name, pinyin, initials, place }) =>
      placed({ kind: 'department', id: departmentId, name, pinyin, initials, note: '' }, place),
    ),
    ...catalogue.clinics.flatMap(({ clinicId, name, pinyin, initials, place }) =>
      placed({ kind: 'clinic', id: clinicId, name, pinyin, initials, note: departmentOf(clinicId) }, place),
    ),
    ...catalogue.practitioners.flatMap((doctor) => {
      const note = `${departmentOf(doctor.clinics[0]?.clinicId)} ${doctor.title}`.trim();
      const { practitionerId: id, name, pinyin, initials } = doctor;
      return roomsOf(id, catalogue).flatMap((place) =>
        placed({ kind: 'doctor', id, name, pinyin, initials, note }, place),
      );
    }),
  ];
}

/** A doctor may work in several rooms. */
const roomsOf = (practitionerId: string, { schedules }: Catalogue): string[] => [
  ...new Set(schedules.filter((one) => one.practitionerId === practitionerId).map(({ place }) => place)),
];
