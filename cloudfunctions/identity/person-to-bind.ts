import type { identity } from '@core/contract/identity';
import type { InputOf } from '@core/contract/procedure';
import { ageOn, dayOf } from '@core/domain/calendar-day';
import {
  checkIdentityNumber,
  type IdentityFacts,
  type IdentityNumberFaults,
} from '@core/domain/identity/identity-number';
import { normalizeName } from '@core/domain/identity/person-name';
import { accept, refuse, type Result } from '@core/domain/result';
import type { RulePack } from '../_store/catalog';

export interface PersonToBind extends IdentityFacts {
  readonly name: string;
  readonly relationship: 'self' | 'child';
}

type TypedFaults = IdentityNumberFaults & { NAME_INVALID: null };
type Faults = TypedFaults & { CHILD_TOO_OLD: { readonly belowYears: number } };

/** What was typed about somebody's own card; says the first thing that is wrong with it. */
export function ownPerson(
  typed: { readonly name: string; readonly identityNumber: string },
  now: number,
): Result<PersonToBind, TypedFaults> {
  const name = normalizeName(typed.name);
  if (!name.ok) return name;
  const facts = checkIdentityNumber(typed.identityNumber, dayOf(now));
  return facts.ok ? accept({ ...facts.value, name: name.value, relationship: 'self' }) : facts;
}

/** The same for the form on one's own phone, where it may be a child's card. */
export function personToBind(
  input: InputOf<typeof identity.procedures.bindPatient>,
  { childBelowYears }: RulePack,
  now: number,
): Result<PersonToBind, Faults> {
  const person = ownPerson(input, now);
  if (!person.ok) return person;
  const { relationship } = input;
  if (relationship === 'child' && ageOn(person.value.birthDate, dayOf(now)) >= childBelowYears) {
    return refuse('CHILD_TOO_OLD', { belowYears: childBelowYears });
  }
  return accept({ ...person.value, relationship });
}
