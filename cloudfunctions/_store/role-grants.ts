import type { StaffRole } from '@core/contract/access';
import { replaceIfUnchanged, type Aggregate } from './aggregate';
import { blindIndex } from './blind-index';
import { Collection } from './collection';

/**
 * A role that an administrator gives to whoever enters its one-time code first. `_id` is `g` and the keyed fingerprint of
 * the code, so the code itself is stored nowhere. The one truth about the role: taking it back is one change here.
 */
export interface RoleGrant extends Aggregate {
  readonly role: StaffRole;
  /** The doctor of the hospital's folder; null for other roles. */
  readonly practitionerId: string | null;
  /** Who is meant, as colleagues call them, e.g. 门诊护士站 小陈. */
  readonly label: string;
  readonly issuedBy: string;
  readonly issuedAt: number;
  readonly codeExpiresAt: number;
  /** Who entered the code; null as long as nobody did. */
  readonly accountId: string | null;
  readonly redeemedAt: number | null;
  /** When the role ends by itself; null where it does not. */
  readonly expiresAt: number | null;
  readonly revokedAt: number | null;
}

const collection = new Collection<RoleGrant>('role-grants');

export const grantIdOf = (code: string): string => `g${blindIndex('role-code', code)}`;

export const roleGrants = {
  findById: (grantId: string) => collection.findById(grantId),
  findByIds: (grantIds: readonly string[]) => Promise.all(grantIds.map((id) => collection.findById(id))),
  findLatest: (limit: number) => collection.find({}, { limit, orderBy: ['issuedAt', 'desc'] }),
  /** @throws DuplicateKeyError where the same code was made before. */
  insert: (grant: RoleGrant) => collection.insert(grant),
  replace: (next: RoleGrant) => replaceIfUnchanged(collection, next),
};

/** Whether the role can be used by this account now. */
export const isInForce = (grant: RoleGrant, accountId: string, now: number): boolean =>
  grant.accountId === accountId &&
  grant.revokedAt === null &&
  (grant.expiresAt === null || now < grant.expiresAt);
