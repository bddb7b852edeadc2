import type { AccessLine } from '@core/contract/assistance';
import { assistances } from '../_store/assistances';
import type { AuditEntry } from '../_store/audit-log';
import { consents } from '../_store/consents';
import { roleGrants } from '../_store/role-grants';
import { open } from '../_store/sealed-field';

/** Audit records as the patient reads them: who it was by the name that is known here, and what was done. */
export async function accessLines(
  entries: readonly AuditEntry[],
  accountId: string,
): Promise<readonly AccessLine[]> {
  const labels = await labelsOf(entries);
  return entries.map(({ at, role, actor, mandateId, action }) => ({
    at,
    role,
    byMe: actor === accountId,
    label: mandateId === null ? null : (labels.get(mandateId) ?? null),
    action,
  }));
}

async function labelsOf(entries: readonly AuditEntry[]): Promise<ReadonlyMap<string, string>> {
  const wanted = new Map<string, AuditEntry['role']>();
  for (const { mandateId, role } of entries) if (mandateId !== null) wanted.set(mandateId, role);
  const labels = await Promise.all(
    [...wanted].map(async ([mandateId, role]): Promise<[string, string]> => [
      mandateId,
      await labelOf(mandateId, role),
    ]),
  );
  return new Map(labels.filter(([, label]) => label !== ''));
}

/** A mandate is a consent, an assistance or a role, as the capacity says. */
async function labelOf(mandateId: string, role: AuditEntry['role']): Promise<string> {
  const assistance = role === 'volunteer' ? await assistances.findById(mandateId) : null;
  if (assistance) return assistance.volunteerLabel;
  if (role !== 'relative') return (await roleGrants.findById(mandateId))?.label ?? '';
  const consent = await consents.findById(mandateId);
  return consent ? open(consent.relativeName, { documentId: mandateId, field: 'relativeName' }) : '';
}
