import type { DoctorDay } from '@core/contract/booking';
import type { CalendarDay, ClockTime } from '@core/domain/calendar-day';
import { api } from '../../../../services/api';
import { rememberDoctor } from '../../../../services/appointment/recent-doctors';
import { followAction } from '../../../../services/follow-action';
import {
  afterRefresh,
  emptyState,
  failedState,
  LOADING,
  READY,
  type LoadState,
} from '../../../../services/load-state';
import { go } from '../../../../services/navigate';
import { definePage } from '../../../../services/page';
import type { ActionKind } from '../../../../services/refusal-texts/refusal-text';
import { slotsView, type SlotsView } from './slots.view';

type SlotsData = {
  load: LoadState;
  practitionerId: string;
  clinicId: string;
  day: CalendarDay;
  view: SlotsView | null;
};

const data: SlotsData = {
  load: LOADING,
  practitionerId: '',
  clinicId: '',
  day: '' as CalendarDay,
  view: null,
};

const NOTHING_HERE = emptyState({
  title: '这位医生当天没有出诊',
  reason: '排班可能刚有变动。',
  next: '请换一天，或换一位医生。',
  action: { label: '选别的医生', kind: 'back' },
});

definePage({
  data,

  onLoad(query) {
    this.setData({
      practitionerId: query['practitionerId'] ?? '',
      clinicId: query['clinicId'] ?? '',
      day: (query['day'] ?? '') as CalendarDay,
    });
  },

  onShow() {
    void this.refresh();
  },

  async refresh() {
    const { practitionerId, clinicId, day } = this.data;
    const answer = await api.booking.listSlots({ practitionerId, clinicId, day });
    if (answer.ok) this.show(answer.value);
    else this.setData({ load: afterRefresh(this.data.load, failedState(answer)) });
  },

  show(doctorDay: DoctorDay) {
    const { practitionerId, name, initial, title, clinicId, clinicName } = doctorDay;
    rememberDoctor({ practitionerId, name, initial, title, clinicId, clinicName });
    const load = doctorDay.sessions.length === 0 ? NOTHING_HERE : READY;
    this.setData({ load, view: slotsView(doctorDay, Date.now()) });
  },

  onDoctor() {
    go('doctor', { practitionerId: this.data.practitionerId });
  },

  onSlot(event: WechatMiniprogram.TouchEvent) {
    const { session, start, free } = event.currentTarget.dataset as {
      session: string;
      start: ClockTime;
      free: boolean;
    };
    const { practitionerId, clinicId, day } = this.data;
    if (free) go('confirm', { practitionerId, clinicId, day, sessionId: session, start });
  },

  onAction(event: WechatMiniprogram.CustomEvent<{ kind: ActionKind }>) {
    followAction(event.detail.kind, { retry: () => void this.refresh() });
  },
});
