import type { Finding, Position, Verified } from '../../cloudfunctions/audit/verify-links';

export interface AuditReport {
  readonly lines: readonly string[];
  readonly intact: boolean;
}

const MEANING: Readonly<Record<Finding['kind'], string>> = {
  altered: 'differs from what was sealed',
  missing: 'was sealed and is gone',
  foreign: 'claims a link that does not name it',
  'broken-link': 'the link does not fit its own hash or the link before it',
  cut: 'links are gone here',
  unsealed: 'was never sealed',
};

const lineOf = ({ kind, link, auditId }: Finding): string => {
  const place = [link === null ? null : `link ${String(link)}`, auditId && `record ${auditId}`];
  return `${kind}: ${place.filter(Boolean).join(', ')}: ${MEANING[kind]}`;
};

/**
 * Looks at the whole chain part by part. `expectedHead` is `number:hash` of a head known from elsewhere, as the sealer
 * logs it: a chain that lost its end, records and all, does not contain it any more.
 */
export async function verifyAudit(
  run: (from: Position | null) => Promise<unknown>,
  expectedHead: string | null,
): Promise<AuditReport> {
  const findings: Finding[] = [];
  let entries = 0;
  let head: string | null = null;
  let from: Position | null = null;
  let isHeadThere = expectedHead === null;
  do {
    const part = (await run(from)) as Verified;
    findings.push(...part.findings);
    entries += part.entries;
    head = part.head ?? head;
    isHeadThere ||= part.heads.includes(expectedHead ?? '');
    from = part.next;
  } while (from !== null);
  const lines = findings.map(lineOf);
  if (!isHeadThere) lines.push(`cut: the chain does not contain the head ${expectedHead ?? ''}`);
  const intact = lines.length === 0;
  const summary = `${String(entries)} sealed records, head ${head ?? 'none'}: ${intact ? 'intact' : 'NOT intact'}`;
  return { lines: [...lines, summary], intact };
}
