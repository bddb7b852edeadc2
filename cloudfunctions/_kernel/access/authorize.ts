import {
  STAFF_ROLES,
  type Access,
  type Grants,
  type Reach,
  type Scope,
  type StaffGrants,
} from '@core/contract/access';
import type { Account } from '../../_store/accounts';
import type { RoleGrant } from '../../_store/role-grants';
import { visitor, type Authority } from './authority';
import { objectFacts, type ObjectFacts } from './objects';
import { assistedBy, isOwn, relativeConsent } from './relation';
import { grantOf, rolesInForce } from './roles';

/** Who asks, and when. */
export interface Asking {
  readonly accountId: string;
  readonly now: number;
  /** The caller's account, read at most once for a call. */
  account(): Promise<Account>;
}

/**
 * In what capacity the caller may do this; null where they may not. Whoever is not named by the contract is denied, and
 * what does not exist is denied like what is another's.
 */
export async function authorize(
  access: Access,
  input: Readonly<Record<string, unknown>>,
  asking: Asking,
): Promise<Authority | null> {
  switch (access.kind) {
    case 'anyone':
      return visitor(asking.accountId);
    case 'caller':
      return { ...visitor(asking.accountId), role: 'patient' };
    case 'staff':
      return byRole(access.by, null, asking);
    case 'object': {
      const id = input[access.field];
      const facts = typeof id === 'string' ? await objectFacts(access.object, id) : null;
      return facts && onObject(access.by, facts, asking);
    }
  }
}

async function onObject(by: Grants, facts: ObjectFacts, asking: Asking): Promise<Authority | null> {
  return (await byRelation(by, facts, asking)) ?? byRole(by, facts, asking);
}

async function byRelation(by: Grants, facts: ObjectFacts, asking: Asking): Promise<Authority | null> {
  const { patientId } = facts;
  if (patientId === null) return null;
  const account = await asking.account();
  const self = { ...visitor(asking.accountId), patientId };
  if (by.patient && (await isOwn(account, patientId, asking.now))) return { ...self, role: 'patient' };
  if (by.relative) {
    const mandateId = await relativeConsent(account, { patientId, scope: by.relative }, asking.now);
    if (mandateId !== null) return { ...self, role: 'relative', mandateId };
  }
  if (by.volunteer) {
    const assistance = await assistedBy(account, { patientId, scope: by.volunteer }, asking.now);
    if (assistance !== null) {
      const { mandateId, holderId } = assistance;
      return { ...self, role: 'volunteer', mandateId, holderId };
    }
  }
  return null;
}

type RoleTable = StaffGrants & { readonly volunteer?: Reach | Scope };

/** The first of the caller's roles that the table lets in. Volunteers act on a person by an assistance only. */
async function byRole(by: RoleTable, facts: ObjectFacts | null, asking: Asking): Promise<Authority | null> {
  const wanted = STAFF_ROLES.filter((role) => by[role] !== undefined && !(facts && role === 'volunteer'));
  if (wanted.length === 0) return null;
  const grants = await rolesInForce(await asking.account(), asking.now);
  for (const role of wanted) {
    const grant = grantOf(grants, role);
    if (!grant || (facts && by[role] === 'own' && !(await isFor(facts, grant, asking.now)))) continue;
    return {
      role,
      patientId: facts?.patientId ?? null,
      holderId: facts?.accountId ?? asking.accountId,
      mandateId: grant._id,
      practitionerId: grant.practitionerId,
    };
  }
  return null;
}

const isFor = async (facts: ObjectFacts, grant: RoleGrant, now: number): Promise<boolean> =>
  belongsTo(facts, grant) || (grant.role === 'doctor' && ((await facts.standsIn?.(grant, now)) ?? false));

const belongsTo = (facts: ObjectFacts, grant: RoleGrant): boolean =>
  grant.role === 'doctor'
    ? grant.practitionerId !== null && facts.practitionerId === grant.practitionerId
    : facts.desks.includes(grant.role);
