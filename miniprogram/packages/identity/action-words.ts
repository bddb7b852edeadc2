import type { AccessLine } from '@core/contract/assistance';

/** What was done or looked at, by the beginning of the record's name; the longest that fits has the word. */
const ACTIONS: readonly (readonly [beginning: string, words: string])[] = [
  ['appointment.hold', '留了一个号'],
  ['appointment.book', '约了一个号'],
  ['appointment.booked', '号约好了'],
  ['appointment.cancelled', '取消了预约'],
  ['appointment.closing', '取消了没付钱的预约'],
  ['appointment.', '办了预约'],
  ['booking.getAppointment', '看了一个预约'],
  ['booking.', '看了预约'],
  ['patient.create', '在医院登记了您'],
  ['identity.bindForAssisted', '帮您绑了就诊卡'],
  ['identity.bindPatient', '绑了就诊卡'],
  ['identity.unbindPatient', '解绑了就诊卡'],
  ['identity.bindRelative', '您同意以后，卡到了家人的手机上'],
  ['identity.openWindowAccount', '在窗口核对了证件'],
  ['identity.openAssistanceAtWindow', '在窗口开始了志愿者帮助'],
  ['identity.askAssistance', '请求帮助您'],
  ['identity.endAssistance', '结束了帮助'],
  ['identity.listAccesses', '看了查看记录'],
  ['identity.', '办了授权的事'],
  ['billing.', '看了收费'],
  ['payment.', '办了付款'],
  ['bill.', '办了收费'],
  ['invoice.', '办了发票'],
  ['visit.', '看了到院和排队'],
  ['checkpoint.', '办了入口预检'],
  ['encounter.', '办了就诊'],
  ['clinic.', '看了就诊情况'],
  ['order.', '开了检查或药'],
  ['admission.', '办了住院登记'],
  ['report.', '看了检查报告'],
  ['triage.', '问了看哪个科'],
];

export function actionWords(action: string): string {
  const fitting = ACTIONS.filter(([beginning]) => action.startsWith(beginning));
  const longest = [...fitting].sort(([one], [other]) => other.length - one.length)[0];
  return longest?.[1] ?? '办了一件事';
}

const ROLES: Readonly<Record<AccessLine['role'], string>> = {
  patient: '同样绑了这张卡的家人',
  relative: '家人',
  volunteer: '志愿者',
  doctor: '医生',
  nurse: '护士',
  window: '窗口工作人员',
  laboratory: '检验科',
  imaging: '影像科',
  pharmacy: '药房',
  administrator: '医院管理员',
  anyone: '访客',
  system: '系统',
};

/** 志愿者 门诊志愿者小陈 */
export const whoWords = ({ role, label, byMe }: AccessLine): string =>
  byMe ? '您自己' : [ROLES[role], label ?? ''].filter((part) => part !== '').join(' · ');

const WHY: Partial<Record<AccessLine['role'], string>> = {
  patient: '和您一起照顾这位就诊人',
  relative: '您同意过他替您办事',
  volunteer: '您同意过他帮您，或在窗口同意的',
  doctor: '给您看病',
  nurse: '候诊区的工作',
  window: '在窗口给您办事',
  laboratory: '给您做检验',
  imaging: '给您做检查',
  pharmacy: '给您配药',
  administrator: '医院的管理工作',
};

/** Why it was allowed, in plain words. */
export const whyWords = ({ role }: AccessLine): string => WHY[role] ?? '';
