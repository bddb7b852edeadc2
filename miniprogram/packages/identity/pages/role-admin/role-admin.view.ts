import type { IssuedRoleCode, RoleLine } from '@core/contract/identity';
import { recordedInstant, spokenInstant } from '../../../../services/dates';
import { ROLE_NAMES, ROLE_STATES } from '../../role-words';

export interface RoleRow {
  readonly grantId: string;
  readonly name: string;
  readonly label: string;
  readonly state: string;
  readonly tone: 'success' | 'warning' | 'neutral';
  readonly since: string;
  readonly live: boolean;
}

const TONES: Readonly<Record<RoleLine['state'], RoleRow['tone']>> = {
  waiting: 'warning',
  lapsed: 'neutral',
  'in-force': 'success',
  ended: 'neutral',
  revoked: 'neutral',
};

export const roleRow = (line: RoleLine): RoleRow => ({
  grantId: line.grantId,
  name: ROLE_NAMES[line.role],
  label: line.practitionerId === null ? line.label : `${line.label} · 医生编号 ${line.practitionerId}`,
  state: ROLE_STATES[line.state],
  tone: TONES[line.state],
  since: `${recordedInstant(line.redeemedAt ?? line.issuedAt)} ${line.redeemedAt === null ? '发码' : '开始'}`,
  live: line.state === 'in-force' || line.state === 'waiting',
});

/** The code as it is read out: ABCDE FGHJK. */
export const issuedWords = ({ code, expiresAt }: IssuedRoleCode, now: number) => ({
  code,
  spoken: code.replace(/-/g, '').replace(/(.{5})(?=.)/g, '$1 '),
  until: `${spokenInstant(expiresAt, now)} 前有效，只显示这一次`,
});
