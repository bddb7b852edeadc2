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

type Faults = IdentityNumberFaults & { NAME_INVALID: null; CHILD_TOO_OLD: { readonly belowYears: number } };

/** Reads what was typed into the form; says the first thing that is wrong with it. */
export function personToBind(
  input: InputOf<typeof identity.procedures.bindPatient>,
  { childBelowYears }: RulePack,
  now: number,
): Result<PersonToBind, Faults> {
  const name = normalizeName(input.name);
  if (!name.ok) return name;
  const today = dayOf(now);
  const facts = checkIdentityNumber(input.identityNumber, today);
  if (!facts.ok) return facts;
  const { relationship } = input;
  if (relationship === 'child' && ageOn(facts.value.birthDate, today) >= childBelowYears) {
    return refuse('CHILD_TOO_OLD', { belowYears: childBelowYears });
  }
  return accept({ ...facts.value, name: name.value, relationship });
}
