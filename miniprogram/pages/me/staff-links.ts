import type { HeldRole } from '@core/contract/identity';
import type { StaffRole } from '@core/contract/access';

/** A page of somebody who works here, as a line of 我的. */
export interface StaffLink {
  readonly id: StaffPage;
  readonly title: string;
  readonly note: string;
  readonly icon: string;
}

/** Pages for staff that need nothing to be told, by their names in `navigate`. */
export type StaffPage =
  | 'volunteer'
  | 'clinic'
  | 'nurse'
  | 'admissions'
  | 'window'
  | 'windowAssistance'
  | 'desk'
  | 'roleAdmin'
  | 'stops'
  | 'critical'
  | 'triageRules'
  | 'laboratory';

const link = (id: StaffPage, title: string, note: string, icon: string): StaffLink => ({
  id,
  title,
  note,
  icon,
});

const LINKS: Readonly<Record<StaffRole, readonly StaffLink[]>> = {
  volunteer: [link('volunteer', '志愿者', '谁在等人帮忙、扫求助码', 'like-o')],
  doctor: [link('clinic', '看诊', '今天的病人、加号、停诊', 'records-o')],
  nurse: [
    link('nurse', '护士台', '报到、预检、放行', 'records-o'),
    link('admissions', '住院登记', '床位安排到哪一步了', 'home-o'),
  ],
  window: [
    link('window', '人工窗口', '找人、退费、发票', 'shop-o'),
    link('windowAssistance', '给患者开志愿者帮助', '患者没有微信时', 'like-o'),
  ],
  laboratory: [link('desk', '执行科室', '今天要做的、要发的', 'records-o')],
  imaging: [link('desk', '执行科室', '今天要做的、要发的', 'records-o')],
  pharmacy: [link('desk', '执行科室', '今天要做的、要发的', 'records-o')],
  administrator: [
    link('roleAdmin', '工作身份管理', '发码、收回', 'manager-o'),
    link('critical', '没确认的危急值', '等了多久、找谁', 'warning-o'),
    link('stops', '停诊申请', '同意以后自动退费和通知', 'notes-o'),
    link('triageRules', '导诊规则', '每条规则的出处', 'notes-o'),
    link('laboratory', '化验参考范围', '每一行的出处', 'notes-o'),
  ],
};

/** What somebody's roles open, each page once; nothing for patients. */
export const staffLinks = (roles: readonly HeldRole[]): readonly StaffLink[] => {
  const links = roles.flatMap(({ role }) => LINKS[role]);
  return links.filter(({ id }, index) => links.findIndex((one) => one.id === id) === index);
};
