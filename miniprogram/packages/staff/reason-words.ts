import type { Reason, ReasonCode } from '@core/domain/report/fhir/reasons';

const REASONS: Readonly<Record<ReasonCode, string>> = {
  NOT_JSON: '文件不完整，读不出来',
  NOT_FHIR: '不是检验系统的报告文件（FHIR R4）',
  NO_REPORT: '文件里没有报告',
  SEVERAL_REPORTS: '一个文件里有几份报告，请一份一份发',
  NO_NUMBER: '没有报告编号，或者编号太长',
  UNKNOWN_STATUS: '不知道是初步、正式还是更正',
  UNKNOWN_CATEGORY: '不知道是化验还是检查',
  NO_TITLE: '没有报告名称',
  NO_PATIENT: '没有门诊号，也没有申请单',
  BAD_TIME: '采样或报告时间写得不对（要有时区，采样不能比报告晚）',
  NO_RESULTS: '没有结果',
  NO_FINDINGS: '检查所见和检查提示要都写',
  RESULT_MISSING: '报告提到的结果不在文件里',
  RESULT_TWICE: '同一项出现两次',
  RESULT_UNFINISHED: '这一项还没有审核',
  RESULT_WITHOUT_VALUE: '这一项没有结果',
  UNKNOWN_ITEM: '项目表里没有这一项，也没有给参考范围',
  UNIT_MISMATCH: '单位和项目表不一样，或者没写单位',
  IMPLAUSIBLE: '数值不可能，或者读不懂',
  OTHER_DESK: '这份报告不归这个台',
  FROM_THE_FUTURE: '报告时间比现在还晚',
  UNKNOWN_PATIENT: '没有这个门诊号',
  OTHER_PATIENT: '报告、结果、申请单、性别或出生日期不是同一个人的，请马上核对',
  UNKNOWN_ORDER: '没有这张申请单',
  NOT_EXECUTED: '这一项还没有登记“已做”',
  NO_DOCTOR: '有危急值，但没有能在手机上确认的开单医生，请马上打电话报告',
  ALREADY_FINAL: '正式报告已经发过，要改请发更正报告',
  OUT_OF_ORDER: '比已有的那份还早',
  NOTHING_TO_WITHDRAW: '没有可以收回的报告',
  WITHDRAWN_BEFORE: '这个编号的报告收回了，新的请换编号',
};

/** A reason with the result that it speaks of. */
export const reasonText = ({ code, at }: Reason): string => `${at === null ? '' : `${at}：`}${REASONS[code]}`;

/** What the hospital can put right without another file, and how. */
const RIGHTED: Partial<Record<ReasonCode, string>> = {
  NOT_EXECUTED: '先在下面的单子里登记“做好了”',
  UNKNOWN_PATIENT: '先请窗口核对门诊号，给患者建好卡',
  UNKNOWN_ITEM: '先请检验科把这一项加进项目表',
  NO_DOCTOR: '先打电话报告危急值，再请管理员给开单医生开通手机',
  FROM_THE_FUTURE: '先校准检验系统的钟，等过了报告时间',
  NOTHING_TO_WITHDRAW: '先收进要收回的那份报告',
};

export interface Settling {
  readonly next: string;
  /** The same file can be taken in once that was done. */
  readonly mayRetry: boolean;
}

/** How a file that could not be taken in is settled. */
export function settlingOf(reasons: readonly Reason[]): Settling {
  const steps = reasons.map(({ code }) => RIGHTED[code]);
  const righted = [...new Set(steps.filter((step) => step !== undefined))];
  if (righted.length === 0 || steps.includes(undefined))
    return { next: '请在检验系统里改好，重新发一份；发好以后把这份移走。', mayRetry: false };
  return { next: `${righted.join('；')}，再点“再收一次”。`, mayRetry: true };
}
