import type { ClinicDays, DoctorCard } from '@core/contract/booking';
import type { CalendarDay } from '@core/domain/calendar-day';
import { api } from '../../../../services/api';
import { followAction } from '../../../../services/follow-action';
import { afterRefresh, failedState, LOADING, READY, type LoadState } from '../../../../services/load-state';
import { go } from '../../../../services/navigate';
import { definePage } from '../../../../services/page';
import type { ActionKind } from '../../../../services/refusal-texts/refusal-text';
import {
  dayChoices,
  doctorRow,
  firstChoice,
  nextFreeDay,
  nextFreeWords,
  type DayChoice,
  type DoctorRow,
} from './doctors.view';

type DoctorsData = {
  load: LoadState;
  clinicId: string;
  clinic: ClinicDays | null;
  days: readonly DayChoice[];
  day: CalendarDay | '';
  doctorsLoad: LoadState;
  doctors: readonly DoctorRow[];
  /** Doctors there are, seats there are not. */
  allFull: boolean;
  nextDay: CalendarDay | '';
  nextDayWords: string;
};

const data: DoctorsData = {
  load: LOADING,
  clinicId: '',
  clinic: null,
  days: [],
  day: '',
  doctorsLoad: LOADING,
  doctors: [],
  allFull: false,
  nextDay: '',
  nextDayWords: '',
};

definePage({
  data,

  onLoad(query) {
    this.setData({ clinicId: query['clinicId'] ?? '' });
  },

  onShow() {
    void this.refresh();
  },

  async refresh() {
    const answer = await api.booking.listClinicDays({ clinicId: this.data.clinicId });
    if (!answer.ok) {
      this.setData({ load: afterRefresh(this.data.load, failedState(answer)) });
      return;
    }
    const { days } = answer.value;
    const stays = days.some(({ day }) => day === this.data.day);
    const day = stays ? this.data.day : (firstChoice(days) ?? '');
    this.setData({ load: READY, clinic: answer.value, days: dayChoices(days, Date.now()), day });
    await this.loadDoctors();
  },

  async loadDoctors() {
    const { clinicId, day } = this.data;
    if (day === '') return;
    const answer = await api.booking.listDoctors({ clinicId, day });
    // Another day was tapped meanwhile: this answer is about a day that is no longer on the screen.
    if (day !== this.data.day) return;
    if (answer.ok) this.showDoctors(answer.value);
    else this.setData({ doctorsLoad: afterRefresh(this.data.doctorsLoad, failedState(answer)) });
  },

  showDoctors(cards: readonly DoctorCard[]) {
    const { clinic, day } = this.data;
    const next = clinic === null || day === '' ? null : nextFreeDay(clinic.days, day);
    const doctors = cards.map(doctorRow);
    this.setData({
      doctorsLoad: READY,
      doctors,
      allFull: doctors.length > 0 && !doctors.some(({ open }) => open),
      nextDay: next ?? '',
      nextDayWords: next === null ? '' : nextFreeWords(next),
    });
  },

  onDay(event: WechatMiniprogram.CustomEvent<{ day: CalendarDay }>) {
    this.chooseDay(event.detail.day);
  },

  onNextDay() {
    if (this.data.nextDay !== '') this.chooseDay(this.data.nextDay);
  },

  chooseDay(day: CalendarDay) {
    if (day === this.data.day) return;
    this.setData({ day, doctorsLoad: LOADING, doctors: [] });
    void this.loadDoctors();
  },

  onDoctor(event: WechatMiniprogram.TouchEvent) {
    const { id: practitionerId, open } = event.currentTarget.dataset as { id: string; open: boolean };
    const { clinicId, day } = this.data;
    if (open && day !== '') go('slots', { practitionerId, clinicId, day });
  },

  onAction(event: WechatMiniprogram.CustomEvent<{ kind: ActionKind }>) {
    followAction(event.detail.kind, { retry: () => void this.refresh() });
  },
});
