import type { VolunteerScope } from '@core/contract/access';
import type { RouteName } from '../../services/navigate';

/** A tile of the home page: a page that needs to be told nothing, or the hospital's telephone. */
export interface Service {
  readonly id:
    | Extract<
        RouteName,
        | 'volunteer'
        | 'departments'
        | 'checkIn'
        | 'bills'
        | 'reports'
        | 'guide'
        | 'triage'
        | 'help'
        | 'parking'
        | 'messages'
      >
    | 'call';
  readonly title: string;
  readonly icon: string;
  /** Spoken after the title, for who cannot see where a tile leads. */
  readonly says: string;
}

const REGISTER: Service = { id: 'departments', title: '挂号', icon: 'add-o', says: '选科室、医生和时间' };
const BILLS: Service = { id: 'bills', title: '缴费', icon: 'balance-pay', says: '付检查和药的费用' };
const REPORTS: Service = { id: 'reports', title: '看报告', icon: 'notes-o', says: '化验和检查的结果' };
const WAY: Service = { id: 'guide', title: '找路', icon: 'guide-o', says: '诊室、窗口、厕所怎么走' };
const HELP: Service = { id: 'help', title: '找人帮忙', icon: 'friends-o', says: '请志愿者来帮您' };

const CHECK_IN: Service = { id: 'checkIn', title: '报到', icon: 'passed', says: '到了候诊区，扫码报到' };
const TRIAGE: Service = {
  id: 'triage',
  title: '看哪科',
  icon: 'question-o',
  says: '说说哪里不舒服，帮您找科室',
};
const CALL: Service = { id: 'call', title: '打电话', icon: 'phone-o', says: '打给医院总机' };

/** Only what works: the six that people come for, then what helps on the way. */
export const services: readonly Service[] = [
  REGISTER,
  CHECK_IN,
  BILLS,
  REPORTS,
  WAY,
  TRIAGE,
  { id: 'messages', title: '消息', icon: 'comment-o', says: '医院发给您的消息' },
  { id: 'parking', title: '停车', icon: 'logistics', says: '记住车停在哪里，带您走回去' },
  HELP,
];

const VOLUNTEER: Service = { id: 'volunteer', title: '志愿者', icon: 'like-o', says: '谁在等人帮忙' };

const HELPED: Readonly<Partial<Record<VolunteerScope, Service>>> = {
  triage: TRIAGE,
  book: REGISTER,
  'check-in': CHECK_IN,
  way: WAY,
};

/** While a volunteer helps somebody: what that patient agreed to, and nothing that would be refused. */
export const helpingServices = (purposes: readonly VolunteerScope[]): readonly Service[] => [
  ...purposes.flatMap((purpose) => HELPED[purpose] ?? []),
  VOLUNTEER,
  CALL,
];

/** In elderly mode: fewer, and people before pages. */
export const elderlyServices: readonly Service[] = [REGISTER, BILLS, REPORTS, WAY, HELP, CALL];
