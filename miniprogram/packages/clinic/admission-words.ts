import type { AdmissionView } from '@core/contract/clinic-views';
import type { AdmissionState } from '@core/domain/clinic/admission';
import { spokenDay, spokenInstant } from '../../services/dates';

interface StateWords {
  readonly state: string;
  readonly tone: 'warning' | 'info' | 'success' | 'neutral';
  /** What the patient does now. */
  readonly next: string;
}

const STATES: Readonly<Record<AdmissionState, StateWords>> = {
  requested: {
    state: '医生已登记',
    tone: 'info',
    next: '病区收到了，会安排床位。您不用再去门诊或窗口。',
  },
  'bed-waiting': {
    state: '正在等床位',
    tone: 'warning',
    next: '有了床位，这里和消息里会告诉您。不住了请打医院电话；病情变重请去急诊，不要等。',
  },
  admitted: {
    state: '有床位了',
    tone: 'success',
    next: '床位给您留好了：请按床号去病区住院，带上身份证和以前的检查资料。',
  },
  cancelled: { state: '已取消', tone: 'neutral', next: '还需要住院的话，请联系您的医生重新登记。' },
};

/** A way to a bed, as patients and staff read it. */
export interface AdmissionRow extends StateWords {
  readonly admissionId: string;
  readonly name: string;
  readonly ward: string;
  readonly placeId: string;
  readonly planned: string;
  readonly doctor: string;
  readonly reason: string;
  readonly bed: string;
  readonly note: string;
  readonly steps: readonly { readonly key: string; readonly text: string }[];
  readonly open: boolean;
}

export const admissionRow = (admission: AdmissionView, now: number): AdmissionRow => ({
  ...STATES[admission.state],
  admissionId: admission.admissionId,
  name: admission.maskedPatientName,
  ward: admission.ward,
  placeId: admission.placeId,
  planned: `计划 ${spokenDay(admission.plannedDay, now)} 住院`,
  doctor: `${admission.practitionerName} 登记`,
  reason: admission.reason,
  bed: admission.bed ?? '',
  note: admission.note ?? '',
  steps: admission.steps.map(({ state, at }) => ({
    key: `${state}${String(at)}`,
    text: `${spokenInstant(at, now)} ${STATES[state].state}`,
  })),
  open: admission.state === 'requested' || admission.state === 'bed-waiting',
});
