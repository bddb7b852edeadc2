import type { Submitted } from '@core/contract/report';
import type { Reason, ReasonCode } from '@core/domain/report/fhir/reasons';
import type { RefusalText } from '../../services/refusal-texts/refusal-text';

const REASONS: Readonly<Record<ReasonCode, string>> = {
  NOT_JSON: '文件不完整，读不出来',
  NOT_FHIR: '不是检验系统的报告文件（FHIR R4）',
  NO_REPORT: '文件里没有报告',
  SEVERAL_REPORTS: '一个文件里有几份报告，请一份一份发',
  NO_NUMBER: '没有报告编号',
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
  OTHER_PATIENT: '报告、结果、申请单或出生日期不是同一个人的，请马上核对',
  UNKNOWN_ORDER: '没有这张申请单',
  NOT_EXECUTED: '这一项还没有登记“已做”，请先登记',
  NO_DOCTOR: '有危急值，但没有能在手机上确认的开单医生，请马上打电话报告',
  ALREADY_FINAL: '正式报告已经发过，要改请选“更正报告”',
  OUT_OF_ORDER: '比已有的那份还早',
  NOTHING_TO_WITHDRAW: '没有可以收回的报告',
  WITHDRAWN_BEFORE: '这个编号的报告收回了，新的请换编号',
};

/** A reason with the result that it speaks of. */
export const reasonText = ({ code, at }: Reason): string => `${at === null ? '' : `${at}：`}${REASONS[code]}`;

type Accepted = Extract<Submitted, { readonly state: 'accepted' }>;

const sheet = (title: string, reason: string, next: string): RefusalText => ({
  title,
  reason,
  next,
  action: { label: '知道了', kind: 'dismiss' },
});

const TELL = '请同时按规定打电话告诉开单医生。';
const DONE = '不用再做什么。';

function acceptedText({ becomes, critical }: Accepted): RefusalText {
  switch (becomes) {
    case 'awaiting-doctor':
      return sheet('收下了，等医生确认', '有危急值：医生确认以前，患者看不到。', TELL);
    case 'pending':
      return critical
        ? sheet('存为初步结果，有危急值', '初步结果患者看不到，医生也还没有收到提醒。', TELL)
        : sheet('存为初步结果', '患者看不到，也没有收到消息。', '审核好了，再发一次“正式报告”。');
    case 'withdrawn':
      return sheet('收回了', '患者看不到了；看到过的人会收到消息。', '要重新出报告，再点一次“填结果”。');
    case 'released':
      return sheet('收下了', '患者现在能看到，也收到了消息。', DONE);
  }
}

/** What became of a report that a desk handed in. */
export function submittedText(submitted: Submitted): RefusalText {
  if (submitted.state === 'quarantined') {
    const reasons = submitted.reasons.map(reasonText).join('；');
    return sheet('没有收进来', `${reasons}。`, '文件留在“没收进来的”里；患者什么也没看到。');
  }
  if (submitted.state === 'known') return sheet('已经收过', '和之前收到的一模一样，没有再收一次。', DONE);
  return acceptedText(submitted);
}
