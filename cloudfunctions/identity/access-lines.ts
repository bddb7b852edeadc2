import type { AccessLine } from '@core/contract/assistance';
import { consentState } from '@core/domain/identity/consent';
import { assistances } from '../_store/assistances';
import type { AuditEntry } from '../_store/audit-log';
import { consents } from '../_store/consents';
import { roleGrants } from '../_store/role-grants';
import { open } from '../_store/sealed-field';

/** What is known of a mandate: the name of who holds it, and whether it is a consent that can be taken back. */
type Mandate = Pick<AccessLine, 'label' | 'consentId'>;

const UNKNOWN: Mandate = { label: null, consentId: null };

/** Audit records as the patient reads them: who it was by the name that is known here, and what was done. */
export async function accessLines(
  entries: readonly AuditEntry[],
  accountId: string,
  now: number,
): Promise<readonly AccessLine[]> {
  const mandates = await mandatesOf(entries, now);
  return entries.map(({ at, role, actor, mandateId, action }) => ({
    at,
    role,
    byMe: actor === accountId,
    ...((mandateId !== null && mandates.get(mandateId)) || UNKNOWN),
    action,
  }));
}

async function mandatesOf(
  entries: readonly AuditEntry[],
  now: number,
): Promise<ReadonlyMap<string, Mandate>> {
  const wanted = new Map<string, AuditEntry['role']>();
  for (const { mandateId, role } of entries) if (mandateId !== null) wanted.set(mandateId, role);
  const found = [...wanted].map(async ([mandateId, role]): Promise<[string, Mandate]> => [
    mandateId,
    role === 'relative' ? await consentMandate(mandateId, now) : await otherMandate(mandateId, role),
  ]);
  return new Map(await Promise.all(found));
}

async function consentMandate(mandateId: string, now: number): Promise<Mandate> {
  const consent = await consents.findById(mandateId);
  if (!consent) return UNKNOWN;
  const label = open(consent.relativeName, { documentId: mandateId, field: 'relativeName' });
  return { label, consentId: consentState(consent, now) === 'in-force' ? mandateId : null };
}

/** An assistance or a role, as the capacity says. */
async function otherMandate(mandateId: string, role: AuditEntry['role']): Promise<Mandate> {
  const assistance = role === 'volunteer' ? await assistances.findById(mandateId) : null;
  const label = assistance?.volunteerLabel ?? (await roleGrants.findById(mandateId))?.label ?? null;
  return { label, consentId: null };
}
