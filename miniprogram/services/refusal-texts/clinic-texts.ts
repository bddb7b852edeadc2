import type { ClinicRefusals } from '@core/contract/clinic';
import type { AdmissionState } from '@core/domain/clinic/admission';
import type { StopState } from '@core/domain/clinic/stop';
import type { RefusalText, TextsFor } from './refusal-text';

const seen = { label: '知道了', kind: 'dismiss' } as const;

const ended: Readonly<Record<AdmissionState, string>> = {
  requested: '已经登记',
  'bed-waiting': '正在等床位',
  admitted: '已经给了床位',
  cancelled: '这次登记已经取消',
};

const decided: Readonly<Record<StopState, string>> = {
  requested: '还在等管理员答复',
  running: '管理员已经同意，正在给病人退费',
  done: '管理员已经同意，病人的费用都退了',
  declined: '管理员没有同意',
  withdrawn: '医生已经撤回',
};

const plain = (title: string, reason: string, next: string): RefusalText => ({
  title,
  reason,
  next,
  action: seen,
});

/** What staff meet at the doctor's desk, the executing desk and the ward. */
export const clinicTexts: TextsFor<ClinicRefusals> = {
  ENCOUNTER_NOT_OPEN: () =>
    plain(
      '现在不能开单',
      '只有病人进了诊室、还没有结束看诊时才能开。',
      '请先点“病人到了，开始看诊”，再开检查和药。',
    ),
  ITEM_UNKNOWN: () =>
    plain('有一项已经不在价目表里', '价目表刚刚换过，这张单子没有开出去。', '请重新搜索这一项，再开一次。'),
  LINE_EXECUTED: () =>
    plain('这一项已经做完或取走了', '做完的检查和取走的药不能取消，也不退费。', '有疑问请和执行科室联系。'),
  LINE_CANCELLED: () =>
    plain('这一项已经取消了', '医生已经取消，或者钱已经退了。', '需要的话，请医生重新开单。'),
  LINE_NOT_PAID: () =>
    plain('这一项还没有付费', '付费以后才能做检查、取药。', '请病人在手机上扫码付费，或到窗口付费。'),
  UNDO_TOO_LATE: ({ minutes }) =>
    plain(
      '撤不回来了',
      `点了以后 ${String(minutes)} 分钟内才能撤回。`,
      '真的没有做，请打电话告诉开单的医生，再和窗口商量怎么办。',
    ),
  LINE_REPORTED: () =>
    plain('这一项已经有结果了', '有了结果，就是做过了，不能撤回。', '结果填错了的，请先在“填结果”里收回。'),
  PATIENT_UNKNOWN: () =>
    plain(
      '没有找到这个号码',
      '门诊号或通行码不对，或者通行码不是今天的。',
      '请核对号码，或让病人出示今天的码。',
    ),
  ADMISSION_RUNNING: () =>
    plain(
      '这位病人已经登记过住院',
      '一位病人同时只能有一份住院登记。',
      '请在住院登记里看现在到哪一步，或先取消那一份。',
    ),
  ADMISSION_ENDED: ({ state }) =>
    plain('这份住院登记已经结束', `${ended[state]}，不能再改。`, '需要的话，请医生重新登记。'),
  BED_MISSING: () => plain('还没有写床号', '病人要知道去哪张床。', '请写上床号，再点“有床位了”。'),
  DAY_PAST: () => plain('这一天已经过去了', '入院日期不能早于今天。', '请重新选一天。'),
  WARD_UNKNOWN: () => plain('没有这个病区', '病区名单刚刚换过。', '请重新选病区。'),
  STOP_RUNNING: () =>
    plain('这半天已经提过停诊', '同一次出诊只能有一份停诊申请。', '请在停诊申请里看管理员的答复。'),
  STOP_DECIDED: ({ state }) => plain('这份申请已经有结果', `${decided[state]}。`, '请往下拉，看最新的情况。'),
  SESSION_OVER: () => plain('这半天的门诊已经结束', '结束以后不能再加号，也不能停诊。', '请选后面的门诊。'),
};
