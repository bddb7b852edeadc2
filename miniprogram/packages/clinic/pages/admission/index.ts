import type { CalendarDay } from '@core/domain/calendar-day';
import { api } from '../../../../services/api';
import { runOnce } from '../../../../services/busy-page';
import { createCommand } from '../../../../services/command';
import { textOf } from '../../../../services/error-text';
import { followAction } from '../../../../services/follow-action';
import { afterRefresh, failedState, LOADING, READY, type LoadState } from '../../../../services/load-state';
import { replace } from '../../../../services/navigate';
import { definePage } from '../../../../services/page';
import type { ActionKind, RefusalText } from '../../../../services/refusal-texts/refusal-text';
import { typedFields } from '../../../../services/typed-fields';
import { missingOf, patientLine, plannedDays } from './admission.view';

type AdmissionData = {
  load: LoadState;
  appointmentId: string;
  patient: string;
  numberError: string;
  wards: readonly { readonly value: string; readonly title: string }[];
  wardId: string;
  days: ReturnType<typeof plannedDays>;
  plannedDay: CalendarDay | '';
  missing: string;
  busy: boolean;
  refusal: RefusalText | null;
};

const data: AdmissionData = {
  load: LOADING,
  appointmentId: '',
  patient: '',
  numberError: '',
  wards: [],
  wardId: '',
  days: [],
  plannedDay: '',
  missing: '先找病人',
  busy: false,
  refusal: null,
};

const NOT_OWN = '这位病人没有在您这里看过，不能由您登记。请让接诊的医生登记。';
const requestAdmission = createCommand(api.clinic.requestAdmission);
const typed = typedFields({ code: '', reason: '' });

definePage({
  data,

  onLoad(query) {
    this.setData({ appointmentId: query['appointmentId'] ?? '', days: plannedDays(Date.now()) });
    void this.start();
  },

  onUnload() {
    typed.forget(this);
  },

  async start() {
    const answer = await api.clinic.listWards({});
    if (!answer.ok) {
      this.setData({ load: afterRefresh(this.data.load, failedState(answer)) });
      return;
    }
    const wards = answer.value.map(({ wardId, name }) => ({ value: wardId, title: name }));
    this.setData({ load: READY, wards });
    await this.knownPatient();
    this.check();
  },

  /** Opened from a visit, the patient is known already. */
  async knownPatient() {
    const { appointmentId } = this.data;
    if (appointmentId === '') return;
    const answer = await api.clinic.getSummary({ appointmentId });
    if (answer.ok) this.setData({ patient: patientLine({ ...answer.value, ...ON_PHONE }) });
    else this.setData({ appointmentId: '', refusal: textOf(answer) });
  },

  onCode(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    typed.put(this, 'code', event.detail.value.trim());
    this.setData({ numberError: '' });
  },

  async onFind() {
    const { code } = typed.of(this);
    if (code === '') {
      this.setData({ numberError: '请输门诊号。' });
      return;
    }
    const found = await runOnce(this, () => api.clinic.findPatient({ code }));
    if (!found) return;
    const { ownAppointmentId } = found.value;
    if (ownAppointmentId === null) this.setData({ numberError: NOT_OWN, patient: '', appointmentId: '' });
    else this.setData({ appointmentId: ownAppointmentId, patient: patientLine(found.value) });
    this.check();
  },

  onWard(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ wardId: event.detail.value });
    this.check();
  },

  onDay(event: WechatMiniprogram.CustomEvent<{ day: CalendarDay }>) {
    this.setData({ plannedDay: event.detail.day });
    this.check();
  },

  onReason(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    typed.put(this, 'reason', event.detail.value.trim());
    this.check();
  },

  check() {
    const { appointmentId, wardId, plannedDay } = this.data;
    this.setData({
      missing: missingOf({ appointmentId, wardId, plannedDay, reason: typed.of(this).reason }),
    });
  },

  async onRegister() {
    const { appointmentId, wardId, plannedDay, missing } = this.data;
    if (missing !== '' || plannedDay === '') return;
    const { reason } = typed.of(this);
    const answer = await runOnce(this, () => requestAdmission({ appointmentId, wardId, reason, plannedDay }));
    if (answer) replace('admissions', {});
  },

  onRefusalClose() {
    this.setData({ refusal: null });
  },

  onAction(event: WechatMiniprogram.CustomEvent<{ kind: ActionKind }>) {
    this.setData({ refusal: null });
    followAction(event.detail.kind, { retry: () => void this.start() });
  },
});

const ON_PHONE = { onPhone: true, ownAppointmentId: null } as const;
