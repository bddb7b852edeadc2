import type { HeldRole, RoleLine } from '@core/contract/identity';
import type { StaffRole } from '@core/contract/access';

/** Roles as the hospital calls them. */
export const ROLE_NAMES: Readonly<Record<StaffRole, string>> = {
  volunteer: '志愿者',
  doctor: '医生',
  nurse: '护士',
  window: '窗口',
  laboratory: '检验科',
  imaging: '影像科',
  pharmacy: '药房',
  administrator: '管理员',
};

export const roleOptions = (Object.entries(ROLE_NAMES) as [StaffRole, string][]).map(([value, title]) => ({
  value,
  title,
}));

/** 志愿者 · 门诊志愿者小陈 */
export const heldRoleWords = ({ role, label }: HeldRole): string => `${ROLE_NAMES[role]} · ${label}`;

export const ROLE_STATES: Readonly<Record<RoleLine['state'], string>> = {
  waiting: '等输入码',
  lapsed: '码过期了',
  'in-force': '在用',
  ended: '已到期',
  revoked: '已收回',
};
