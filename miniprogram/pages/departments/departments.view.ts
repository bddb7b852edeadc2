import type { Clinic, Department } from '@core/contract/catalog';

/** A clinic as a row to choose. */
export interface ClinicRow {
  readonly clinicId: string;
  readonly name: string;
  readonly department: string;
  readonly place: string;
  readonly isSpecial: boolean;
  readonly summary: string;
  /** 谁能挂: the hospital's condition, and what is needed before; empty where there is none. */
  readonly who: string;
  readonly needs: string;
}

const rowOf = (department: Department, clinic: Clinic): ClinicRow => ({
  clinicId: clinic.clinicId,
  name: clinic.name,
  department: department.name,
  place: clinic.place,
  isSpecial: clinic.isSpecial,
  summary: clinic.summary,
  who: clinic.whoMayBook ?? '',
  needs: clinic.prerequisites ?? '',
});

/** Departments that can be booked: those with a clinic. */
export const bookable = (departments: readonly Department[]): readonly Department[] =>
  departments.filter((department) => department.clinics.length > 0);

export const sidebarItems = (departments: readonly Department[]): { id: string; title: string }[] =>
  departments.map(({ departmentId, name }) => ({ id: departmentId, title: name }));

export const clinicRows = (department: Department | undefined): readonly ClinicRow[] =>
  department?.clinics.map((clinic) => rowOf(department, clinic)) ?? [];

const NO_FIT = 9;

/** How well a name fits what was typed: 0 the very name, 1 its beginning, 2 somewhere in it. */
function fit(
  thing: { readonly name: string; readonly pinyin: string; readonly initials: string },
  typed: string,
) {
  const keys = [thing.name, thing.initials, thing.pinyin].map(plain);
  if (keys.some((key) => key === typed)) return 0;
  if (keys.some((key) => key.startsWith(typed))) return 1;
  return keys.some((key) => key.includes(typed)) ? 2 : NO_FIT;
}

/** Letters and characters only: people type pinyin with and without spaces. */
const plain = (text: string): string => text.toLowerCase().replace(/[\s'·（）()]/g, '');

/** Clinics whose own or whose department's name, pinyin or initials hold what was typed, the best fit first. */
export function searchClinics(departments: readonly Department[], typed: string): readonly ClinicRow[] {
  const wanted = plain(typed);
  if (wanted === '') return [];
  return departments
    .flatMap((department) => {
      const ofDepartment = fit(department, wanted);
      return department.clinics.map((clinic) => {
        const own = fit(clinic, wanted);
        return { row: rowOf(department, clinic), fit: Math.min(own, ofDepartment + 1.5) };
      });
    })
    .filter((found) => found.fit < NO_FIT)
    .sort((one, other) => one.fit - other.fit)
    .map(({ row }) => row);
}
