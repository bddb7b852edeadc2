import { randomInt } from 'node:crypto';
import type { IssuedRoleCode } from '@core/contract/identity';
import type { StaffRole } from '@core/contract/access';
import { refuse, type Refusal } from '@core/domain/result';
import { audited, COURIER_DELAY_MS, type WorkContext } from '../_kernel/call-context';
import { catalogue } from '../_store/catalog';
import { grantIdOf, roleGrants, type RoleGrant } from '../_store/role-grants';

const CODE_LENGTH = 10;
/** Without letters and digits that look alike: a code is read out and typed. */
const CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LIFE_MS = 24 * 3_600_000;

export interface WantedRole {
  readonly role: StaffRole;
  readonly practitionerId: string | null;
  readonly label: string;
}

const mintCode = (): string =>
  Array.from({ length: CODE_LENGTH }, () => CODE_ALPHABET.charAt(randomInt(CODE_ALPHABET.length))).join('');

/** A doctor's role names a doctor of the hospital's folder, any other role none. */
export async function practitionerBar(
  wanted: WantedRole,
  now: number,
): Promise<Refusal<{ PRACTITIONER_MISMATCH: null }> | null> {
  const { practitioners } = await catalogue.current(now);
  const isKnown = practitioners.some(({ practitionerId }) => practitionerId === wanted.practitionerId);
  const fits = wanted.role === 'doctor' ? isKnown : wanted.practitionerId === null;
  return fits ? null : refuse('PRACTITIONER_MISMATCH', null);
}

/** Stores the grant and answers its code, which exists nowhere else. */
export async function newRoleGrant(wanted: WantedRole, context: WorkContext): Promise<IssuedRoleCode> {
  const code = mintCode();
  const grant: RoleGrant = {
    _id: grantIdOf(code),
    revision: 0,
    role: wanted.role,
    practitionerId: wanted.practitionerId,
    label: wanted.label,
    issuedBy: context.actor,
    issuedAt: context.now,
    codeExpiresAt: context.now + CODE_LIFE_MS,
    accountId: null,
    redeemedAt: null,
    expiresAt: null,
    revokedAt: null,
    requests: [],
    audit: [audited(context, 'role.issue', wanted.role)],
    outbox: [],
    outboxDueAt: context.now + COURIER_DELAY_MS,
  };
  await roleGrants.insert(grant);
  return { grantId: grant._id, code, expiresAt: grant.codeExpiresAt };
}
