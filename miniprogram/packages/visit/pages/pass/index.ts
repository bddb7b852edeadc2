import { api } from '../../../../services/api';
import { followAction } from '../../../../services/follow-action';
import { callHospital } from '../../../../services/hospital-phone';
import { failedState, LOADING, READY, type LoadState } from '../../../../services/load-state';
import { go } from '../../../../services/navigate';
import { definePage } from '../../../../services/page';
import type { ActionKind } from '../../../../services/refusal-texts/refusal-text';
import { setChanged } from '../../../../services/set-changed';
import { forgetPass, keepPass, keptPass } from '../../../../services/visit/pass-kept';
import { pagePerson } from '../../../../services/visit/page-person';
import { createVisiblePoll } from '../../../../services/visible-poll';
import { passView, type PassView } from './pass.view';

type PassData = {
  load: LoadState;
  patientId: string;
  who: string;
  view: PassView | null;
  /** Shown from the phone's own memory, since the hospital cannot be reached. */
  fromMemory: boolean;
  /** Heard from the hospital since the page came in sight, and nobody is about to change it. */
  settled: boolean;
};

const data: PassData = {
  load: LOADING,
  patientId: '',
  who: '',
  view: null,
  fromMemory: false,
  settled: false,
};

/** Whose pass was last opened on this phone: without a network nobody else can be asked. */
const LAST = 'gate-pass-of';
const AMBULANCE = '120';
const LOOK_EVERY_MS = 5_000;
const poll = createVisiblePoll(LOOK_EVERY_MS);

definePage({
  data,
  poll,

  onLoad(query) {
    this.setData({ patientId: query['patientId'] ?? '' });
  },

  onShow() {
    this.remember();
    this.setData({ settled: false });
  },

  /** Again by itself only for who is sent elsewhere: a nurse may clear that at any moment. */
  async look() {
    if (!this.data.settled) await this.refresh();
  },

  /** Shows at once what the phone has kept of today. */
  remember() {
    const kept: unknown = wx.getStorageSync(LAST);
    const patientId = this.data.patientId || (typeof kept === 'string' ? kept : '');
    const pass = patientId === '' ? null : keptPass(patientId, Date.now());
    if (pass !== null) this.setData({ patientId, view: passView(pass, Date.now()), load: READY });
  },

  async refresh() {
    const found = await pagePerson(this.data.patientId);
    if ('load' in found) {
      this.failed(found.load);
      return;
    }
    const { patientId, patient } = found;
    const answer = await api.visit.getGatePass({ patientId });
    if (!answer.ok) {
      this.failed(failedState(answer));
      return;
    }
    // What a nurse or a volunteer sees of somebody else does not stay on their phone.
    if (patient !== null && patient.relationship !== 'assisted') {
      keepPass(answer.value);
      wx.setStorageSync(LAST, patientId);
    }
    const view = passView(answer.value, Date.now());
    setChanged<PassData>(this, {
      patientId,
      who: answer.value.maskedName,
      view,
      load: READY,
      fromMemory: false,
      settled: view.where === null,
    });
  },

  failed(load: LoadState) {
    // Not the caller's to see any more: what the phone has kept of it goes.
    if (load.state === 'refused') {
      forgetPass(this.data.patientId);
      this.setData({ load, view: null, fromMemory: false });
    } else if (this.data.view === null) this.setData({ load });
    else this.setData({ fromMemory: true });
  },

  onDeclare() {
    go('gate', { patientId: this.data.patientId });
  },

  onCheckIn() {
    go('checkIn', { patientId: this.data.patientId });
  },

  onWay() {
    const where = this.data.view?.where;
    if (where) go('way', { to: where.placeId });
  },

  onCall() {
    void callHospital(this.data.view?.urgent ? 'emergency' : undefined);
  },

  onAmbulance() {
    wx.makePhoneCall({ phoneNumber: AMBULANCE, fail: () => undefined });
  },

  /** What was booked for the time of the flag: to give back, or to come to once a nurse has cleared it. */
  onTasks() {
    go('tasks', { patientId: this.data.patientId });
  },

  onAction(event: WechatMiniprogram.CustomEvent<{ kind: ActionKind }>) {
    followAction(event.detail.kind, { retry: () => void this.refresh() });
  },
});
