import type { AccessLine } from '@core/contract/assistance';

type Words = readonly (readonly [beginning: string, words: string])[];

/** What was looked at, by the beginning of the record's name. */
const LOOKS: Words = [
  ['booking.getAppointment', '看了一个预约'],
  ['booking.', '看了预约'],
  ['visit.', '看了到院和排队'],
  ['billing.', '看了收费'],
  ['billing.getBillByCode', '扫付款码，看了要付多少钱'],
  ['billing.getReceipt', '看了付款凭据'],
  ['clinic.', '看了就诊情况'],
  ['report.', '看了检查报告'],
  ['identity.listOpenedAssistances', '看了志愿者帮助的名单'],
  ['identity.getInvitation', '扫了邀请码，看到您的称呼'],
  ['identity.listFamily', '看了家人授权'],
  ['identity.', '看了身份资料'],
  ['message.', '看了消息'],
  ['triage.', '看了导诊'],
];

/** What was done. */
const ACTS: Words = [
  ['appointment.hold', '留了一个号'],
  ['appointment.book', '约了一个号'],
  ['appointment.booked', '号约好了'],
  ['appointment.cancelled', '取消了预约'],
  ['appointment.closing', '取消了没付钱的预约'],
  ['appointment.add-on', '加了一个号'],
  ['appointment.attend', '记下了来看病'],
  ['appointment.', '办了预约'],
  ['patient.create', '在医院登记了您'],
  ['identity.bindForAssisted', '帮您绑了就诊卡'],
  ['identity.bindPatient', '绑了就诊卡'],
  ['identity.unbindPatient', '解绑了就诊卡'],
  ['identity.unbindRelative', '卡从家人的手机上拿走了'],
  ['identity.bindRelative', '您同意以后，卡到了家人的手机上'],
  ['identity.openWindowAccount', '在窗口核对了证件'],
  ['identity.openAssistanceAtWindow', '在窗口开始了志愿者帮助'],
  ['identity.askAssistance', '请求帮助您'],
  ['identity.beginAssistance', '开始了帮助'],
  ['identity.endAssistance', '结束了帮助'],
  ['identity.', '办了授权的事'],
  ['visit.checkIn', '报了到'],
  ['visit.call', '叫了号'],
  ['visit.hold', '按预检先不叫号'],
  ['visit.release', '复核后接着排队'],
  ['visit.', '办了到院的手续'],
  ['clinic.placeOrder', '开了检查或药'],
  ['clinic.cancelOrderLine', '取消了一项检查或药'],
  ['clinic.markExecuted', '做了检查或发了药'],
  ['clinic.markNotDone', '登记了没有做'],
  ['clinic.undoExecuted', '撤回了点错的“做好了”'],
  ['clinic.requestAdmission', '登记了住院'],
  ['clinic.advanceAdmission', '安排了住院'],
  ['clinic.noteAllergies', '记下了过敏'],
  ['clinic.', '办了看诊的事'],
  ['report.receive', '上传了检查报告'],
  ['report.acknowledgeCritical', '确认了要紧的结果'],
  ['report.', '办了检查报告'],
  ['bill.made', '开了缴费单'],
  ['bill.', '办了收费'],
  ['payment.', '办了付款'],
  ['refund.', '办了退费'],
  ['invoice.', '办了发票'],
];

const wordsIn = (words: Words, action: string, otherwise: string): string => {
  const fitting = words.filter(([beginning]) => action.startsWith(beginning));
  return [...fitting].sort(([one], [other]) => other.length - one.length)[0]?.[1] ?? otherwise;
};

export const lookWords = (action: string): string => wordsIn(LOOKS, action, '看了信息');
export const actWords = (action: string): string => wordsIn(ACTS, action, '办了一件事');

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
  anyone: '扫码的人',
  system: '系统',
};

/** 志愿者 · 门诊志愿者小陈 */
export const whoWords = ({ role, label, byMe }: AccessLine): string =>
  byMe ? '您自己' : [ROLES[role], label ?? ''].filter((part) => part !== '').join(' · ');

/** Where it was not a role that allowed it. */
const WHY_ONCE: Readonly<Record<string, string>> = {
  'billing.getBillByCode': '手里有您的付款码',
  'billing.getReceipt': '替您付了钱',
  'identity.getInvitation': '手里有您的邀请码',
};

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
export const whyWords = ({ role, action }: AccessLine): string =>
  (role === 'anyone' ? WHY_ONCE[action] : WHY[role]) ?? '';
