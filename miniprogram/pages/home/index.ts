import type { Home, Notice } from '@core/contract/catalog';
import type { Me } from '@core/contract/identity';
import { api } from '../../services/api';
import { asThisPhoneKnows } from '../../services/appointment/said-paid';
import { runOnce } from '../../services/busy-page';
import { createCommand } from '../../services/command';
import { mayDo } from '../../services/appointment/may-do';
import { followAction } from '../../services/follow-action';
import { hospitalKept, refreshHospital } from '../../services/hospital';
import { callHospital } from '../../services/hospital-phone';
import { failedState, LOADING, READY, type LoadState } from '../../services/load-state';
import { badgeText, refreshUnread } from '../../services/messages/unread';
import { go } from '../../services/navigate';
import { definePage } from '../../services/page';
import { planKept, preparePlan } from '../../services/plan';
import { setChanged } from '../../services/set-changed';
import { chooseElderly, isModeOpen } from '../../services/reading-mode';
import type { ActionKind, RefusalText } from '../../services/refusal-texts/refusal-text';
import { followScene, scanAndGo } from '../../services/scan';
import { defaultPatient, me, missingStep, refreshMe } from '../../services/session';
import { followTask } from '../../services/visit/follow-task';
import { withPlaces } from '../../services/visit/task-places';
import { createVisiblePoll } from '../../services/visible-poll';
import { staffLinks, type StaffLink, type StaffPage } from '../me/staff-links';
import { familyToday } from './family-today';
import type { FamilyRow } from './family.view';
import { whoView, type WhoView } from './home.view';
import { furtherTasks, isMoving, nextView, type NextView } from './next.view';
import { elderlyServices, helpingServices, services, type Service } from './services';

type HomeData = {
  hospital: Home | null;
  hospitalLoad: LoadState;
  whoLoad: LoadState;
  who: WhoView | null;
  next: NextView | null;
  /** What is next could not be asked: nothing shown does not mean nothing to do. */
  nextUnknown: boolean;
  /** What more there is to do. */
  further: number;
  /** What others of the family have to do in the hospital today. */
  family: readonly FamilyRow[];
  /** Pages of somebody who works here. */
  work: readonly StaffLink[];
  /** Messages that were not read, as a badge says it. */
  unread: string;
  services: readonly Service[];
  elderlyServices: readonly Service[];
  /** The larger type is offered: nobody chose yet. */
  modeOpen: boolean;
  notice: Notice | null;
  noticeShown: boolean;
  busy: boolean;
  refusal: RefusalText | null;
};

const data: HomeData = {
  hospital: null,
  hospitalLoad: LOADING,
  whoLoad: LOADING,
  who: null,
  next: null,
  nextUnknown: false,
  further: 0,
  family: [],
  work: [],
  unread: '',
  services,
  elderlyServices,
  modeOpen: false,
  notice: null,
  noticeShown: false,
  busy: false,
  refusal: null,
};

const endAssistance = createCommand(api.identity.endAssistance);

/** Home pages that follow what becomes of the caller, each with how it stops. */
const watching = new WeakMap<object, () => void>();

/** While somebody waits to be called, the call must be seen here too. */
const poll = createVisiblePoll(4000, 'when-told');

definePage({
  tab: 0,
  data,
  poll,

  onLoad(query) {
    const hospital = hospitalKept();
    if (hospital !== null) this.showHospital(hospital);
    // The patient may end the help while the volunteer looks at this page.
    watching.set(
      this,
      me.watch(() => this.follow()),
    );
    // A mini program's own code on a wall, a door or a bill opens this page.
    followScene(query);
  },

  onShow() {
    this.setData({ modeOpen: isModeOpen() });
    // The way is wanted later, in a cellar without a network: fetched once everything here is shown.
    void this.refresh().then(preparePlan);
  },

  onUnload() {
    watching.get(this)?.();
  },

  follow() {
    const known = me.get();
    const helping = this.data.who?.helping?.assistanceId;
    if (known === null || helping === known.acting?.assistanceId) return;
    this.showWho(known);
    void this.loadNext(known);
  },

  async refresh() {
    await Promise.all([this.loadHospital(), this.loadWho()]);
  },

  async loadHospital() {
    const answer = await refreshHospital();
    if (answer.ok) this.showHospital(answer.value);
    else if (this.data.hospital === null) this.setData({ hospitalLoad: failedState(answer) });
  },

  showHospital(hospital: Home) {
    setChanged<HomeData>(this, { hospital, hospitalLoad: READY });
  },

  async loadWho() {
    const answer = await refreshMe();
    if (!answer.ok) {
      if (this.data.who === null) this.setData({ whoLoad: failedState(answer) });
      else setChanged<HomeData>(this, { nextUnknown: this.data.next !== null });
      return;
    }
    this.showWho(answer.value);
    await Promise.all([this.loadNext(answer.value), this.loadUnread(answer.value)]);
  },

  showWho(known: Me) {
    const { acting } = known;
    const helped = acting && helpingServices(acting.purposes);
    setChanged<HomeData>(this, {
      who: whoView(known),
      whoLoad: READY,
      services: helped ?? services,
      elderlyServices: helped ?? elderlyServices,
      work: acting ? [] : staffLinks(known.roles),
      ...(acting ? { unread: '' } : {}),
    });
  },

  async loadUnread(known: Me) {
    // A volunteer's own messages are not what the phone is about now.
    if (known.signedIn && known.acting === null)
      setChanged<HomeData>(this, { unread: badgeText(await refreshUnread()) });
  },

  async loadNext(known: Me) {
    const patient = defaultPatient(known);
    if (missingStep(known) !== null || patient === null) {
      this.setData({ next: null, further: 0, family: [], nextUnknown: false });
      return;
    }
    const [appointments, tasks] = await Promise.all([
      api.booking.listAppointments({}),
      api.visit.listTasks({ patientId: patient.patientId }),
    ]);
    // Without an answer the card stays as it was, and the page says that it could not look.
    // Whoever was not allowed to show the way has no list of tasks: that is no failure.
    const isUnknown = !tasks.ok && tasks.error !== 'NOT_FOUND';
    setChanged<HomeData>(this, { nextUnknown: !appointments.ok || isUnknown });
    if (!appointments.ok) return;
    const todo = tasks.ok ? withPlaces(tasks.value, planKept()) : [];
    const next = nextView(todo, appointments.value.map(asThisPhoneKnows), Date.now(), (patientId) =>
      mayDo(known, patientId),
    );
    setChanged<HomeData>(this, { next, further: furtherTasks(todo) });
    setChanged<HomeData>(this, { family: await familyToday(known, patient, appointments.value) });
    this.followMoving();
  },

  /** Looks again by itself only while something moves and the page is in sight. */
  followMoving() {
    const { next, family } = this.data;
    if (!isMoving(next) && !family.some(({ moving }) => moving)) poll.hide(this);
    else if (!poll.isShown(this)) poll.show(this);
  },

  async look() {
    const known = me.get();
    if (known !== null) await this.loadNext(known);
  },

  onStart() {
    const to = this.data.who?.invitation?.to ?? 'consent';
    if (to === 'consent') go('consent', { next: 'bind' });
    else go(to, {});
  },

  onWork(event: WechatMiniprogram.TouchEvent) {
    go(event.currentTarget.dataset['page'] as StaffPage, {});
  },

  onFamily(event: WechatMiniprogram.TouchEvent) {
    go('tasks', { patientId: event.currentTarget.dataset['id'] as string });
  },

  onWindow() {
    const { hospital } = this.data;
    if (hospital !== null) go('way', { place: hospital.organization.windowPlace });
  },

  async onEndHelp() {
    const assistanceId = this.data.who?.helping?.assistanceId;
    if (assistanceId === undefined) return;
    const ended = await runOnce(this, () => endAssistance({ assistanceId }));
    if (ended === null) return;
    void wx.showToast({ title: '帮助已结束', icon: 'success' });
    await this.loadWho();
  },

  onRefusalClose() {
    this.setData({ refusal: null });
  },

  onCard() {
    go('me', {});
  },

  onNext() {
    const { next } = this.data;
    const known = me.get();
    const patient = known && defaultPatient(known);
    if (next?.task && patient) followTask(next.task, patient.patientId, Date.now());
    if (!next?.appointmentId) return;
    const { appointmentId } = next;
    if (next.pays) go('pay', { appointmentId });
    else go('appointment', { appointmentId });
  },

  onTasks() {
    go('tasks', {});
  },

  onLookAgain() {
    void this.refresh();
  },

  onHoldEnded() {
    void this.refresh();
  },

  onService(event: WechatMiniprogram.TouchEvent) {
    const id = event.currentTarget.dataset['id'] as Service['id'];
    if (id === 'call') void callHospital();
    else go(id, {});
  },

  onScan() {
    void scanAndGo();
  },

  onHelp() {
    go('help', {});
  },

  onNotice(event: WechatMiniprogram.TouchEvent) {
    const notice = this.data.hospital?.notices.find(({ id }) => id === event.currentTarget.dataset['id']);
    if (notice !== undefined) this.setData({ notice, noticeShown: true });
  },

  onNoticeClose() {
    this.setData({ noticeShown: false });
  },

  onCall() {
    void callHospital();
  },

  onEmergency() {
    void callHospital('emergency');
  },

  onMode(event: WechatMiniprogram.CustomEvent<{ elderly: boolean }>) {
    chooseElderly(event.detail.elderly);
    this.setData({ modeOpen: false });
  },

  onOfferTaken() {
    chooseElderly(true);
    this.setData({ modeOpen: false });
  },

  onOfferPutAside() {
    chooseElderly(false);
    this.setData({ modeOpen: false });
  },

  onAction(event: WechatMiniprogram.CustomEvent<{ kind: ActionKind }>) {
    followAction(event.detail.kind, { retry: () => void this.refresh() });
  },
});
