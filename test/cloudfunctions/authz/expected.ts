import { STAFF_ROLES, type Access, type Role } from '@core/contract/access';
import type { Actor, RoleFact } from './actors';

/** The desk to which the planted orders belong. */
export const THE_DESK = 'laboratory';

/**
 * In what capacity the contract lets an actor in, said once more and independently of the kernel; null where it does not.
 * `isThere` is false for an object that does not exist.
 */
export function expectedRole(access: Access, actor: Actor, isThere: boolean): Role | null {
  if (access.kind === 'anyone' || access.kind === 'caller') throw new Error('Nothing to decide');
  const inForce = actor.signedOut ? [] : actor.roles.filter(({ state }) => state === 'in-force');
  if (access.kind === 'staff') return firstOf(inForce, ({ role }) => access.by[role] !== undefined);
  if (!isThere) return null;
  const { by, object } = access;
  const ofPatient = object !== 'session';
  const isTheirs = actor.card === 'own' || actor.guards === 'young';
  if (ofPatient && by.patient && isTheirs) return 'patient';
  const { consent, assistance } = actor;
  if (ofPatient && by.relative && consent?.state === 'in-force' && consent.scopes.includes(by.relative)) {
    return 'relative';
  }
  const helps = assistance?.state === 'running' && assistance.whose === 'own';
  const isVolunteer = inForce.some(({ role }) => role === 'volunteer');
  if (ofPatient && by.volunteer && helps && isVolunteer && assistance.purposes.includes(by.volunteer)) {
    return 'volunteer';
  }
  return firstOf(inForce, (fact) => {
    if (fact.role === 'volunteer') return false;
    const reach = by[fact.role];
    return reach === 'any' || (reach === 'own' && owns(fact, object));
  });
}

const firstOf = (facts: readonly RoleFact[], lets: (fact: RoleFact) => boolean): Role | null =>
  STAFF_ROLES.find((name) => facts.some((fact) => fact.role === name && lets(fact))) ?? null;

const DOCTORS_OWN: readonly string[] = [
  'appointment',
  'session',
  'encounter',
  'order',
  'bill',
  'report',
  'admission',
];

/** Persons belong to no doctor and no desk; a person's visit, order or report does. */
function owns(fact: RoleFact, object: string): boolean {
  if (fact.role === 'doctor') return fact.doctor === 'hers' && DOCTORS_OWN.includes(object);
  return fact.role === THE_DESK && object === 'order';
}
