import type { Home, Notice } from '@core/contract/catalog';
import type { Me } from '@core/contract/identity';
import { api } from '../../services/api';
import { asThisPhoneKnows } from '../../services/appointment/said-paid';
import { followAction } from '../../services/follow-action';
import { hospitalKept, refreshHospital } from '../../services/hospital';
import { callHospital } from '../../services/hospital-phone';
import { failedState, LOADING, READY, type LoadState } from '../../services/load-state';
import { go } from '../../services/navigate';
import { definePage } from '../../services/page';
import { setChanged } from '../../services/set-changed';
import { chooseElderly, isModeOpen } from '../../services/reading-mode';
import type { ActionKind } from '../../services/refusal-texts/refusal-text';
import { missingStep, refreshMe } from '../../services/session';
import { nextView, whoView, type NextView, type WhoView } from './home.view';
import { elderlyServices, services, type Service } from './services';

type HomeData = {
  hospital: Home | null;
  hospitalLoad: LoadState;
  whoLoad: LoadState;
  who: WhoView | null;
  next: NextView | null;
  services: readonly Service[];
  elderlyServices: readonly Service[];
  /** The larger type is offered: nobody chose yet. */
  modeOpen: boolean;
  notice: Notice | null;
  noticeShown: boolean;
};

const data: HomeData = {
  hospital: null,
  hospitalLoad: LOADING,
  whoLoad: LOADING,
  who: null,
  next: null,
  services,
  elderlyServices,
  modeOpen: false,
  notice: null,
  noticeShown: false,
};

definePage({
  tab: 0,
  data,

  onLoad() {
    const hospital = hospitalKept();
    if (hospital !== null) this.showHospital(hospital);
  },

  onShow() {
    this.setData({ modeOpen: isModeOpen() });
    void this.refresh();
  },

  async onPullDownRefresh() {
    await this.refresh();
    void wx.stopPullDownRefresh();
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
      return;
    }
    setChanged<HomeData>(this, { who: whoView(answer.value), whoLoad: READY });
    await this.loadNext(answer.value);
  },

  async loadNext(known: Me) {
    if (missingStep(known) !== null) {
      this.setData({ next: null });
      return;
    }
    const answer = await api.booking.listAppointments({});
    // Without an answer the card stays as it was: the tab 就诊 says what is wrong.
    if (answer.ok)
      setChanged<HomeData>(this, { next: nextView(answer.value.map(asThisPhoneKnows), Date.now()) });
  },

  onStart() {
    go('consent', { next: 'bind' });
  },

  onCard() {
    go('me', {});
  },

  onNext() {
    const { next } = this.data;
    if (next === null) return;
    const { appointmentId } = next;
    if (next.expiresAt > 0) go('pay', { appointmentId });
    else go('appointment', { appointmentId });
  },

  onHoldEnded() {
    void this.refresh();
  },

  onService(event: WechatMiniprogram.TouchEvent) {
    const id = event.currentTarget.dataset['id'] as Service['id'];
    if (id === 'call') void callHospital();
    else go(id, {});
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
