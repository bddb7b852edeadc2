import type { RouteName } from '../../services/navigate';

/** A tile of the home page: a page that needs to be told nothing, or the hospital's telephone. */
export interface Service {
  readonly id:
    | Extract<
        RouteName,
        'departments' | 'checkIn' | 'bills' | 'reports' | 'guide' | 'triage' | 'help' | 'parking' | 'messages'
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

/** Only what works: the six that people come for, then what helps on the way. */
export const services: readonly Service[] = [
  REGISTER,
  { id: 'checkIn', title: '报到', icon: 'passed', says: '到了候诊区，扫码报到' },
  BILLS,
  REPORTS,
  WAY,
  { id: 'triage', title: '看哪科', icon: 'question-o', says: '说说哪里不舒服，帮您找科室' },
  { id: 'messages', title: '消息', icon: 'comment-o', says: '医院发给您的消息' },
  { id: 'parking', title: '停车', icon: 'logistics', says: '记住车停在哪里，带您走回去' },
  HELP,
];

/** In elderly mode: fewer, and people before pages. */
export const elderlyServices: readonly Service[] = [
  REGISTER,
  BILLS,
  REPORTS,
  WAY,
  HELP,
  { id: 'call', title: '打电话', icon: 'phone-o', says: '打给医院总机' },
];

/** Money and results stay with the patient: a volunteer who helps is not led to pages that refuse. */
const NOT_FOR_VOLUNTEERS: ReadonlySet<Service['id']> = new Set(['bills', 'reports', 'help']);

/** What is left for a volunteer who helps somebody now, in both modes. */
export const servicesWhileHelping: readonly Service[] = services.filter(
  ({ id }) => !NOT_FOR_VOLUNTEERS.has(id),
);
