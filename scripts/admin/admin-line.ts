import { parseArgs } from 'node:util';
import { STAFF_ROLES, type StaffRole } from '../../core/contract/access';

/** What an operator wants. */
export type AdminCommand =
  | {
      readonly kind: 'grant';
      readonly role: StaffRole;
      readonly practitionerId: string | null;
      readonly label: string;
    }
  | { readonly kind: 'revoke'; readonly grantId: string }
  | { readonly kind: 'roles' }
  | { readonly kind: 'report'; readonly file: string; readonly desk: 'laboratory' | 'imaging' }
  | { readonly kind: 'audit' };

export type ParsedAdminLine =
  | { readonly kind: 'run'; readonly url: string; readonly command: AdminCommand }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly reason: string };

export const USAGE = `npm run admin -- COMMAND [options]

  grant ROLE [--label WHO] [--practitioner ID]
                     prints the one-time code of a role: ${STAFF_ROLES.join(', ')};
                     a doctor's names the doctor of the hospital's folder
  revoke ID          takes a role back, or its unused code, at once
  roles              the roles given out, the latest first
  report FILE [--desk laboratory|imaging]
                     hands in a report: FHIR R4 JSON, as the executing desk does
  audit              checks the audit chain, like npm run audit:verify

  --url URL          where the local cloud runs (http://127.0.0.1:8910)

The person types the code on the phone: 我的 → 我的工作身份.
In a deployed environment run the functions from the CloudBase console, as somebody with its keys:
identity-issue-role-code with {"role": "nurse", "practitionerId": null, "label": "…"},
identity-administer-roles with {} or {"revoke": "ID"}, report-import-report with {"desk": "laboratory", "file": "…"}.`;

const OPTIONS = {
  label: { type: 'string' },
  practitioner: { type: 'string' },
  desk: { type: 'string', default: 'laboratory' },
  url: { type: 'string', default: 'http://127.0.0.1:8910' },
  help: { type: 'boolean', default: false },
} as const;

/** Reads the words after `npm run admin --`. */
export function parseAdminLine(words: readonly string[]): ParsedAdminLine {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: OPTIONS,
      strict: true,
      allowPositionals: true,
    });
    if (values.help || positionals.length === 0) return { kind: 'help' };
    return { kind: 'run', url: values.url, command: commandOf(positionals, values) };
  } catch (thrown) {
    return { kind: 'wrong', reason: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}

interface Values {
  readonly label?: string | undefined;
  readonly practitioner?: string | undefined;
  readonly desk: string;
}

function commandOf([kind, subject, ...more]: readonly string[], values: Values): AdminCommand {
  if (more.length > 0) throw new Error(`"${more.join(' ')}" is too much`);
  const needed = (what: string): string => {
    if (subject === undefined || subject === '') throw new Error(`${kind ?? ''} needs ${what}`);
    return subject;
  };
  switch (kind) {
    case 'grant':
      return grantOf(needed('a role'), values);
    case 'revoke':
      return { kind, grantId: needed('the id of a role, see roles') };
    case 'report':
      return { kind, file: needed('a file'), desk: deskOf(values.desk) };
    case 'roles':
    case 'audit':
      if (subject !== undefined) throw new Error(`"${subject}" is too much`);
      return { kind };
    case undefined:
    default:
      throw new Error(`There is no command "${kind ?? ''}"`);
  }
}

function grantOf(role: string, { practitioner, label }: Values): AdminCommand {
  const known = STAFF_ROLES.find((one) => one === role);
  if (known === undefined) throw new Error(`There is no role "${role}": ${STAFF_ROLES.join(', ')}`);
  if ((known === 'doctor') !== (practitioner !== undefined))
    throw new Error('--practitioner names the doctor of a doctor’s role, and of no other');
  return {
    kind: 'grant',
    role: known,
    practitionerId: practitioner ?? null,
    label: label ?? practitioner ?? known,
  };
}

function deskOf(desk: string): 'laboratory' | 'imaging' {
  if (desk !== 'laboratory' && desk !== 'imaging') throw new Error('--desk is laboratory or imaging');
  return desk;
}
