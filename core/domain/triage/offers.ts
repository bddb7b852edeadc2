import type { Suggestion, Understood } from './guide';
import type { AgeStage, Subject } from './subject';

/** A clinic of the hospital as the guide needs it. */
export interface GuideClinic {
  readonly clinicId: string;
  readonly name: string;
  readonly departmentName: string;
  readonly place: string;
  /** Full years, both included; null where anyone may come. */
  readonly minAgeYears: number | null;
  readonly maxAgeYears: number | null;
  readonly gender: 'female' | 'male' | null;
}

/** Where a specialty, or a part of one, is seen in this hospital. */
export interface SpecialtyRoute {
  readonly specialtyId: string;
  /** The best first; none where the hospital does not have it. */
  readonly clinicIds: readonly string[];
  /** What kind of hospital has it; empty where this one does. */
  readonly elsewhere: string;
  /** Where to go without booking; empty where it is booked. */
  readonly place: string;
}

/** The hospital's own part of the guide. */
export interface HospitalRoutes {
  readonly routes: readonly SpecialtyRoute[];
  readonly clinics: readonly GuideClinic[];
}

/** One line of the answer: a clinic to book, or where else to go. */
export interface Offer {
  readonly specialtyId: string;
  readonly specialtyName: string;
  readonly because: readonly Understood[];
  /** Null where this hospital has none for this person. */
  readonly clinic: GuideClinic | null;
  readonly elsewhere: string;
  readonly place: string;
}

const MOST_OFFERS = 3;

const YEARS: Readonly<Record<AgeStage, readonly [number, number]>> = {
  newborn: [0, 0],
  young: [0, 0],
  infant: [0, 0],
  child: [1, 13],
  teen: [14, 17],
  adult: [18, 64],
  elder: [65, 130],
};

/** Whether this person may book there, as far as is known. `years` is the exact age where a card says it. */
export function mayCome(clinic: GuideClinic, subject: Subject, years: number | null): boolean {
  if (clinic.gender !== null && subject.sex !== null && subject.sex !== clinic.gender) return false;
  const [youngest, oldest] =
    years !== null ? [years, years] : subject.stage ? YEARS[subject.stage] : [0, 130];
  return (clinic.minAgeYears ?? 0) <= oldest && (clinic.maxAgeYears ?? 130) >= youngest;
}

/** The suggestions as this hospital can meet them: what can be booked here first, each clinic once. */
export function offersOf(
  suggestions: readonly Suggestion[],
  { routes, clinics }: HospitalRoutes,
  subject: Subject,
  years: number | null = null,
): readonly Offer[] {
  const routeOf = new Map(routes.map((route) => [route.specialtyId, route]));
  const clinicOf = new Map(clinics.map((clinic) => [clinic.clinicId, clinic]));
  const taken = new Set<string>();
  const offers = suggestions.map(({ specialtyId, name, because, partIds }): Offer => {
    const own = [...partIds, specialtyId].flatMap((id) => routeOf.get(id) ?? []);
    const fitting = own
      .flatMap(({ clinicIds }) => clinicIds.flatMap((id) => clinicOf.get(id) ?? []))
      .filter((clinic) => !taken.has(clinic.clinicId) && mayCome(clinic, subject, years));
    const clinic = fitting[0] ?? null;
    if (clinic) taken.add(clinic.clinicId);
    const elsewhere = clinic ? '' : (own.find((route) => route.elsewhere !== '')?.elsewhere ?? '');
    const place = own.find((route) => route.place !== '')?.place ?? '';
    return { specialtyId, specialtyName: name, because, clinic, elsewhere, place };
  });
  const here = offers.filter(({ clinic }) => clinic !== null);
  return [...here, ...offers.filter(({ clinic }) => clinic === null)].slice(0, MOST_OFFERS);
}
