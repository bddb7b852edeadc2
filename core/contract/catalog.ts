import type { Fen } from '@core/domain/money';
import { anyone } from './access';
import { closed, id, text } from './fields';
import { defineContext, output, proceduresWith } from './procedure';

export interface Organization {
  readonly name: string;
  readonly campus: string;
  readonly address: string;
  readonly phone: string;
  readonly emergencyPhone: string;
  readonly windowPlace: string;
  readonly windowHours: string;
}

export interface Notice {
  readonly id: string;
  readonly title: string;
  readonly body: string;
}

export interface Home {
  readonly organization: Organization;
  readonly notices: readonly Notice[];
}

export interface Department {
  readonly departmentId: string;
  readonly name: string;
  /** Full pinyin and initials, for search. */
  readonly pinyin: string;
  readonly initials: string;
  readonly place: string;
  readonly phone: string;
  readonly clinics: readonly Clinic[];
}

/** A bookable service of a department (FHIR HealthcareService). */
export interface Clinic {
  readonly clinicId: string;
  readonly name: string;
  readonly pinyin: string;
  readonly initials: string;
  readonly place: string;
  readonly isSpecial: boolean;
  readonly summary: string;
  /** Who may book, in the hospital's words; null where anyone may. */
  readonly whoMayBook: string | null;
  readonly prerequisites: string | null;
  readonly preparation: string | null;
}

export interface PractitionerProfile {
  readonly practitionerId: string;
  readonly name: string;
  /** First character of the surname, drawn in the avatar. */
  readonly initial: string;
  /** Full pinyin and initials, for search. */
  readonly pinyin: string;
  readonly initials: string;
  readonly title: string;
  readonly goodAt: string;
  readonly feeFen: Fen;
  readonly clinics: readonly { readonly clinicId: string; readonly name: string }[];
}

/** A doctor's own page. */
export interface DoctorPage extends PractitionerProfile {
  /** What the doctor tells everyone today. */
  readonly notices: readonly string[];
}

const { query } = proceduresWith<object>();

/** What the hospital says of itself: open to everyone, also before any consent. */
export const catalog = defineContext({
  name: 'catalog',
  procedures: {
    getHome: query({ access: anyone, input: closed({}), output: output<Home>(), errors: [] }),
    listDepartments: query({
      access: anyone,
      input: closed({}),
      output: output<readonly Department[]>(),
      errors: [],
    }),
    getPractitioner: query({
      access: anyone,
      input: closed({ practitionerId: id }),
      output: output<DoctorPage>(),
      errors: [],
    }),
    /** Doctors by name, pinyin, initials or what they are good at, the best fit first. */
    searchPractitioners: query({
      access: anyone,
      input: closed({ words: text(20) }),
      output: output<readonly PractitionerProfile[]>(),
      errors: [],
    }),
  },
});
