import type { DoctorTime } from '@core/contract/booking';
import type { DoctorPage } from '@core/contract/catalog';
import { api } from '../../../../services/api';
import { followAction } from '../../../../services/follow-action';
import { afterRefresh, failedState, LOADING, READY, type LoadState } from '../../../../services/load-state';
import { addressOf, go } from '../../../../services/navigate';
import { definePage } from '../../../../services/page';
import type { ActionKind } from '../../../../services/refusal-texts/refusal-text';
import { targetOf } from '../../../../services/scan';
import { clinicsLine, doctorCode, shareTitle, timesByDay, type TimesOfDay } from './doctor.view';

type DoctorData = {
  load: LoadState;
  practitionerId: string;
  doctor: DoctorPage | null;
  clinics: string;
  times: readonly DoctorTime[];
  days: readonly TimesOfDay[];
  hidden: number;
  all: boolean;
  code: string;
  codeShown: boolean;
};

const data: DoctorData = {
  load: LOADING,
  practitionerId: '',
  doctor: null,
  clinics: '',
  times: [],
  days: [],
  hidden: 0,
  all: false,
  code: '',
  codeShown: false,
};

/** Whose page it is: named by another page, or by the scene of the doctor's own mini-program code. */
function doctorOf(query: Readonly<Record<string, string | undefined>>): string {
  const { scene, practitionerId } = query;
  const target = scene === undefined ? null : targetOf(`?scene=${scene}`);
  return target?.route === 'doctor' ? target.query.practitionerId : (practitionerId ?? '');
}

definePage({
  data,

  onLoad(query) {
    const practitionerId = doctorOf(query);
    this.setData({ practitionerId, code: doctorCode(practitionerId) });
  },

  onShow() {
    void this.refresh();
  },

  async refresh() {
    const { practitionerId } = this.data;
    const [doctor, times] = await Promise.all([
      api.catalog.getPractitioner({ practitionerId }),
      api.booking.listDoctorTimes({ practitionerId }),
    ]);
    if (doctor.ok && times.ok) {
      this.setData({
        load: READY,
        doctor: doctor.value,
        clinics: clinicsLine(doctor.value),
        times: times.value,
        ...timesByDay(times.value, this.data.all, Date.now()),
      });
      return;
    }
    const failed = doctor.ok ? times : doctor;
    if (!failed.ok) this.setData({ load: afterRefresh(this.data.load, failedState(failed)) });
  },

  onAll() {
    this.setData({ all: true, ...timesByDay(this.data.times, true, Date.now()) });
  },

  onTime(event: WechatMiniprogram.TouchEvent) {
    const { id } = event.currentTarget.dataset as { id: string };
    const time = this.data.times.find(({ sessionId }) => sessionId === id);
    if (!time) return;
    const { clinicId, day } = time;
    // Full or stopped: the clinic's other doctors are the next thing to try.
    if (time.state === 'open') go('slots', { practitionerId: this.data.practitionerId, clinicId, day });
    else go('doctors', { clinicId });
  },

  onClinic() {
    const clinicId = this.data.doctor?.clinics[0]?.clinicId;
    if (clinicId !== undefined) go('doctors', { clinicId });
  },

  onCode() {
    this.setData({ codeShown: true });
  },

  onCodeClose() {
    this.setData({ codeShown: false });
  },

  onShareAppMessage(): WechatMiniprogram.Page.ICustomShareContent {
    const { doctor, practitionerId } = this.data;
    return { title: doctor ? shareTitle(doctor) : '医生主页', path: addressOf('doctor', { practitionerId }) };
  },

  onAction(event: WechatMiniprogram.CustomEvent<{ kind: ActionKind }>) {
    followAction(event.detail.kind, { retry: () => void this.refresh() });
  },
});
