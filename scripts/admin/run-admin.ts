import { readFileSync } from 'node:fs';
import type { IssuedRoleCode, RoleLine } from '../../core/contract/identity';
import { verifyAudit } from '../audit/verify-audit';
import type { AdminCommand } from './admin-line';

/** Runs a function of the environment as its operator. */
export type RunFunction = (name: string, data: object) => Promise<unknown>;

export interface AdminAnswer {
  readonly lines: readonly string[];
  readonly ok: boolean;
}

interface Result {
  readonly ok: boolean;
  readonly value?: unknown;
  readonly error?: string;
  readonly detail?: unknown;
}

/** Does what an operator wants and says in lines what came of it. @throws Error where the cloud does not answer. */
export async function runAdmin(command: AdminCommand, run: RunFunction): Promise<AdminAnswer> {
  switch (command.kind) {
    case 'grant': {
      const { role, practitionerId, label } = command;
      const result = await run('identity-issue-role-code', { role, practitionerId, label });
      return answered(result, (value) => grantLines(command.role, value as IssuedRoleCode));
    }
    case 'revoke':
      return answered(await run('identity-administer-roles', { revoke: command.grantId }), (value) =>
        roleTable((value as readonly RoleLine[]).filter(({ grantId }) => grantId === command.grantId)),
      );
    case 'roles':
      return answered(await run('identity-administer-roles', {}), (value) =>
        roleTable(value as readonly RoleLine[]),
      );
    case 'report': {
      const file = readFileSync(command.file, 'utf8');
      return handedIn(await run('report-import-report', { desk: command.desk, file }));
    }
    case 'audit': {
      const { lines, intact } = await verifyAudit((from) => run('audit-verify', { from }), null);
      return { lines, ok: intact };
    }
  }
}

function answered(result: unknown, linesOf: (value: unknown) => readonly string[]): AdminAnswer {
  const { ok, value, error, detail } = (result ?? {}) as Partial<Result>;
  if (ok === true) return { lines: linesOf(value), ok: true };
  const more = detail === undefined || detail === null ? '' : ` ${JSON.stringify(detail)}`;
  return { lines: [`Refused: ${error ?? 'the function answered nothing'}${more}`], ok: false };
}

/** A file that was kept aside is no success: whatever sent it must hear of it. */
function handedIn(result: unknown): AdminAnswer {
  const answer = answered(result, (value) => [JSON.stringify(value, null, 2)]);
  const { value } = (result ?? {}) as { readonly value?: { readonly state?: string } };
  return { ...answer, ok: answer.ok && value?.state !== 'quarantined' };
}

const chinaTime = (instant: number): string =>
  new Date(instant + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

const grantLines = (role: string, { code, grantId, expiresAt }: IssuedRoleCode): readonly string[] => [
  `Code for ${role}: ${code}`,
  `Works once, until ${chinaTime(expiresAt)}, and is shown nowhere else. Take it back: npm run admin -- revoke ${grantId}`,
];

function roleTable(lines: readonly RoleLine[]): readonly string[] {
  if (lines.length === 0) return ['No role was given out.'];
  return lines.map(({ grantId, role, state, label, issuedAt }) =>
    [grantId, role.padEnd(13), state.padEnd(8), chinaTime(issuedAt), label].join('  '),
  );
}
