import type { Alternative, AppointmentView } from '@core/contract/booking';
import type { Me } from '@core/contract/identity';
import { api } from '../../../../services/api';
import { createCommand } from '../../../../services/command';
import { textOf, type Refused } from '../../../../services/error-text';
import { followAction } from '../../../../services/follow-action';
import {
  afterRefresh,
  emptyState,
  failedState,
  LOADING,
  READY,
  type LoadState,
} from '../../../../services/load-state';
import { go, replace } from '../../../../services/navigate';
import { definePage } from '../../../../services/page';
import { decodedQuery } from '../../../../services/page-query';
import type { ActionKind, RefusalText } from '../../../../services/refusal-texts/refusal-text';
import { defaultPatient, me, missingStep, patientsOf, refreshMe } from '../../../../services/session';
import {
  alternativeButtons,
  confirmView,
  patientOptions,
  STEP_BUTTONS,
  type AlternativeButton,
  type Choice,
  type ConfirmView,
} from './confirm.view';

type ConfirmData = {
  load: LoadState;
  choice: Choice | null;
  view: ConfirmView | null;
  patients: ReturnType<typeof patientOptions>;
  patientId: string;
  person: ReturnType<typeof patientOptions>[number] | null;
  personSheet: boolean;
  /** What stands between the caller and booking, as the main button; empty where nothing does. */
  stepButton: string;
  acceptNearby: boolean;
  busy: boolean;
  refusal: RefusalText | null;
  refusedAppointment: string | null;
  alternatives: readonly AlternativeButton[];
};

const data: ConfirmData = {
  load: LOADING,
  choice: null,
  view: null,
  patients: [],
  patientId: '',
  person: null,
  personSheet: false,
  stepButton: '',
  acceptNearby: false,
  busy: false,
  refusal: null,
  refusedAppointment: null,
  alternatives: [],
};

const NO_LONGER_PLANNED = emptyState({
  title: '这个时间没有了',
  reason: '医生的排班刚有变动。没有占您的号，也没有收钱。',
  next: '请选别的时间。',
  action: { label: '选别的时间', kind: 'back' },
});

const bookSlot = createCommand(api.booking.bookSlot);

/** Parameters that some refusals carry. */
interface RefusalDetail {
  readonly appointmentId?: string | null;
  readonly alternatives?: readonly Alternative[];
}

definePage({
  data,

  onLoad(query) {
    this.setData({ choice: decodedQuery(query) as unknown as Choice });
  },

  onShow() {
    void this.refresh();
  },

  async refresh() {
    const { choice } = this.data;
    if (choice === null) return;
    const { practitionerId, clinicId, day } = choice;
    const [known, doctorDay] = await Promise.all([
      refreshMe(),
      api.booking.listSlots({ practitionerId, clinicId, day }),
    ]);
    const failed = known.ok ? doctorDay : known;
    if (!known.ok || !doctorDay.ok) {
      if (!failed.ok) this.setData({ load: afterRefresh(this.data.load, failedState(failed)) });
      return;
    }
    const view = confirmView(choice, doctorDay.value, Date.now());
    this.setData({ load: view === null ? NO_LONGER_PLANNED : READY, view });
    this.showPeople(known.value);
  },

  showPeople(known: Me) {
    const missing = missingStep(known);
    const patients = patientOptions(missing === null ? patientsOf(known, 'book') : []);
    const chosen = patients.find(({ value }) => value === this.data.patientId);
    const usual = patients.find(({ value }) => value === defaultPatient(known)?.patientId);
    const person = chosen ?? usual ?? null;
    // Relatives may have agreed to other things than booking: then one's own card comes first.
    const step = missing ?? (patients.length > 0 ? null : known.acting ? 'not-agreed' : 'card');
    const stepButton = step === null ? '' : STEP_BUTTONS[step];
    this.setData({ patients, person, patientId: person?.value ?? '', stepButton });
  },

  onPerson() {
    this.setData({ personSheet: true });
  },

  onPersonClose() {
    this.setData({ personSheet: false });
  },

  onPersonChosen(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const { value: patientId } = event.detail;
    const person = this.data.patients.find(({ value }) => value === patientId) ?? null;
    this.setData({ patientId, person, personSheet: false });
  },

  onAddPerson() {
    this.setData({ personSheet: false });
    go('consent', { next: 'bind' });
  },

  onNearby(event: WechatMiniprogram.CustomEvent<{ checked: boolean }>) {
    this.setData({ acceptNearby: event.detail.checked });
  },

  onStep() {
    const acting = me.get()?.acting;
    if (acting) go(acting.patient === null ? 'bindAssisted' : 'home', {});
    else go('consent', { next: 'bind' });
  },

  async onConfirm() {
    const { busy, choice, patientId, acceptNearby } = this.data;
    if (busy || choice === null) return;
    this.setData({ busy: true });
    const { sessionId, start } = choice;
    const answer = await bookSlot({ patientId, sessionId, start, acceptNearby });
    this.setData({ busy: false });
    if (answer.ok) this.booked(answer.value);
    else this.refuse(answer);
  },

  /** The way back from paying leads to the half-hours, not to a second booking of this one. */
  booked({ appointmentId, status }: AppointmentView) {
    // A volunteer never pays, a relative only by the consent: the appointment says who can.
    if (status === 'pending' && this.data.person?.pays === false) {
      replace('appointment', { appointmentId });
      return;
    }
    replace(status === 'pending' ? 'pay' : 'result', { appointmentId });
  },

  refuse(refused: Refused) {
    const detail = (refused.detail ?? {}) as RefusalDetail;
    const own = this.data.choice?.practitionerId ?? '';
    this.setData({
      refusal: textOf(refused),
      refusedAppointment: detail.appointmentId ?? null,
      alternatives: alternativeButtons(detail.alternatives ?? [], own, Date.now()),
    });
  },

  onAlternative(event: WechatMiniprogram.TouchEvent) {
    const chosen = this.data.alternatives[event.currentTarget.dataset['index'] as number];
    if (chosen === undefined) return;
    this.setData({ refusal: null, choice: chosen.choice, load: LOADING });
    void this.refresh();
  },

  onRefusalClose() {
    this.setData({ refusal: null });
    void this.refresh();
  },

  onAction(event: WechatMiniprogram.CustomEvent<{ kind: ActionKind }>) {
    const failedToLoad = this.data.load.state !== 'ready';
    const appointmentId = this.data.refusedAppointment;
    this.setData({ refusal: null });
    followAction(event.detail.kind, {
      appointmentId,
      patientId: this.data.patientId,
      retry: () => void (failedToLoad ? this.refresh() : this.onConfirm()),
    });
  },
});
