/** What a patient may let somebody else do, one word each. */
export const SCOPES = ['bind', 'triage', 'book', 'check-in', 'way', 'pay', 'reports'] as const;
export type Scope = (typeof SCOPES)[number];

/** What a volunteer may be asked to help with: never money, never reports. */
export const VOLUNTEER_SCOPES = [
  'bind',
  'triage',
  'book',
  'check-in',
  'way',
] as const satisfies readonly Scope[];
export type VolunteerScope = (typeof VOLUNTEER_SCOPES)[number];

/** Roles that the hospital grants by a one-time code. */
export const STAFF_ROLES = [
  'volunteer',
  'doctor',
  'nurse',
  'window',
  'laboratory',
  'imaging',
  'pharmacy',
  'administrator',
] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

/** patient: whose data it is, or the guardian of a young child; relative: an adult who was given a consent. */
export type Role = 'patient' | 'relative' | StaffRole;

/** own: only objects of the doctor's own practice or of the desk itself. */
export type Reach = 'own' | 'any';

export type StaffGrants = { readonly [Name in Exclude<StaffRole, 'volunteer'>]?: Reach };

/** Who may; a role that is not named may not. */
export interface Grants extends StaffGrants {
  readonly patient?: true;
  /** The scope that the patient's consent to the relative must cover. */
  readonly relative?: Scope;
  /** The purpose that the running assistance must have. */
  readonly volunteer?: VolunteerScope;
}

/** What an id in the input may name. */
export type ObjectKind =
  | 'patient'
  | 'appointment'
  | 'session'
  | 'encounter'
  | 'order'
  | 'bill'
  | 'report'
  | 'admission'
  | 'consent'
  | 'assistance';

/** Who may call a procedure, on what. `Field` is the key of the input that names the object. */
export type Access<Field extends string = string> =
  | { readonly kind: 'anyone' }
  | { readonly kind: 'caller' }
  | { readonly kind: 'staff'; readonly by: StaffGrants & { readonly volunteer?: Reach } }
  | {
      readonly kind: 'object';
      readonly object: ObjectKind;
      readonly field: Field;
      readonly by: Grants;
    };

/** Public: about no person. */
export const anyone: Access<never> = { kind: 'anyone' };

/** About the caller's own account and nothing else. */
export const caller: Access<never> = { kind: 'caller' };

/** A role is enough; what is shown of whom is limited by the use case. */
export const staff = (by: StaffGrants & { readonly volunteer?: Reach }): Access<never> => ({
  kind: 'staff',
  by,
});

/** About one object, named by a field of the input. */
export const on = <const Field extends string>(
  object: ObjectKind,
  field: Field,
  by: Grants,
): Access<Field> => ({ kind: 'object', object, field, by });
