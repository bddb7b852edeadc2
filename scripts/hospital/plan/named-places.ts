import type { HospitalFolder } from '../types';

/** A place as some page or table of the hospital names it. */
export interface NamedPlace {
  /** Where it is named, for a clerk: `schedules of dr-lin`. */
  readonly where: string;
  /** The hospital's words for it, or a place's id. */
  readonly name: string;
  readonly by: 'words' | 'id';
}

/** Every `place` (words) and `placeId` in a part, however deep. */
function namedIn(value: unknown, where: string): NamedPlace[] {
  if (Array.isArray(value)) return value.flatMap((one: unknown) => namedIn(one, where));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]: [string, unknown]): NamedPlace[] => {
    if (typeof member !== 'string') return namedIn(member, where);
    if (member === '') return [];
    if (key === 'place') return [{ where, name: member, by: 'words' }];
    return /^placeId$|PlaceId$/.test(key) ? [{ where, name: member, by: 'id' }] : [];
  });
}

/** Every place that the hospital's folder names outside of its plan. */
export function namedPlaces(hospital: HospitalFolder): NamedPlace[] {
  const words = (where: string, name: string): NamedPlace => ({ where, name, by: 'words' });
  return [
    words('hospital.json, windowPlace', hospital.hospital.windowPlace),
    ...hospital.departments.map(({ id, place }) => words(`departments.tsv, ${id}`, place)),
    ...hospital.clinics.map(({ id, place }) => words(`clinics.tsv, ${id}`, place)),
    ...hospital.schedules.map(({ practitionerId, place }) =>
      words(`schedules.tsv, ${practitionerId}`, place),
    ),
    ...Object.entries(hospital.parts)
      .filter(([name]) => name !== 'plan')
      .flatMap(([name, { content }]) => namedIn(content, name)),
  ];
}
