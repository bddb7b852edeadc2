import type { PersonAtDesk } from '@core/contract/visit-views';
import { api } from '../../../../services/api';
import { runOnce } from '../../../../services/busy-page';
import { createCommand } from '../../../../services/command';
import type { Refused } from '../../../../services/error-text';
import { followAction } from '../../../../services/follow-action';
import { afterRefresh, failedState, READY } from '../../../../services/load-state';
import { go } from '../../../../services/navigate';
import { definePage } from '../../../../services/page';
import type { ActionKind } from '../../../../services/refusal-texts/refusal-text';
import { codeIn } from '../../../../services/scan';
import { scanCode } from '../../../../services/scan-code';
import { setChanged } from '../../../../services/set-changed';
import { createVisiblePoll } from '../../../../services/visible-poll';
import { deskView, flaggedRows, queueGroups, soughtAtDesk, withState } from './nurse.view';
import { nurseData, type NurseData, type NurseTab } from './nurse-page';

const NOTHING_TYPED = '请先写序号或通行码，或者点“扫病人的通行码”。';
const NO_CAMERA = '打不开扫一扫。请在微信设置里允许使用相机，或者请病人念通行码。';
const AREA_KEPT = 'nurse-area';
const LOOK_EVERY_MS = 5_000;
const poll = createVisiblePoll(LOOK_EVERY_MS);
const checkInFor = createCommand(api.visit.checkInFor);
const clearFlag = createCommand(api.visit.clearFlag);
const returnPatient = createCommand(api.visit.returnPatient);

definePage({
  poll,
  data: nurseData,

  /** The lists look again by themselves; the person at the desk stays as found until something is done. */
  async look() {
    if (this.data.load.state !== 'ready') await this.loadAreas();
    if (this.data.load.state !== 'ready') return;
    if (this.data.sentAway) await this.findAgain();
    if (this.data.tab === 'queue') await this.loadQueue();
    if (this.data.tab === 'flagged') await this.loadFlagged();
  },

  async loadAreas() {
    const answer = await api.visit.listAreas({});
    if (!answer.ok) {
      this.setData({ load: failedState(answer) });
      return;
    }
    const kept: unknown = wx.getStorageSync(AREA_KEPT);
    const area = answer.value.find(({ areaId }) => areaId === kept) ?? null;
    const areaChoices = answer.value.map(({ areaId, name, place }) => ({
      value: areaId,
      title: name,
      note: place,
    }));
    this.setData({ areas: answer.value, area, areaChoices, choosingArea: area === null, load: READY });
  },

  async loadQueue() {
    const { area } = this.data;
    if (area === null) return;
    const answer = await api.visit.listAreaQueue({ areaId: area.areaId });
    if (answer.ok) setChanged<NurseData>(this, { groups: queueGroups(answer.value), load: READY });
    else this.fail(answer);
  },

  async loadFlagged() {
    const answer = await api.visit.listFlagged({});
    if (answer.ok) {
      setChanged<NurseData>(this, { flagged: flaggedRows(answer.value, Date.now()), load: READY });
    } else this.fail(answer);
  },

  fail(refused: Refused) {
    setChanged<NurseData>(this, { load: afterRefresh(this.data.load, failedState(refused)) });
  },

  onChooseArea() {
    this.setData({ choosingArea: true });
  },

  onAreaClose() {
    if (this.data.area !== null) this.setData({ choosingArea: false });
  },

  onArea(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const area = this.data.areas.find(({ areaId }) => areaId === event.detail.value) ?? null;
    wx.setStorageSync(AREA_KEPT, event.detail.value);
    this.setData({ area, choosingArea: false, people: [], found: [], nobody: '', groups: null });
    void this.look();
  },

  /** Asked for anew: a page left open overnight must not show yesterday's code. */
  async onCode() {
    await this.loadAreas();
    this.setData({ code: this.data.area?.codeOfToday ?? '' });
  },

  onCodeClose() {
    this.setData({ code: '' });
  },

  onTab(event: WechatMiniprogram.TouchEvent) {
    this.setData({ tab: event.currentTarget.dataset['tab'] as NurseTab });
    void this.look();
  },

  async onScan() {
    const scanned = await scanCode();
    if (scanned.state === 'failed') this.setData({ nobody: NO_CAMERA });
    if (scanned.state === 'read') await this.find(codeIn(scanned.text));
  },

  onTyped(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ typed: event.detail.value });
  },

  async onFind() {
    const { typed } = this.data;
    if (typed.trim() === '') this.setData({ nobody: NOTHING_TYPED });
    else await this.find(typed);
  },

  /** A number on a ticket, or a pass that was scanned or read aloud. */
  async find(text: string) {
    const { area } = this.data;
    if (area === null) return;
    const { queueNumber, code } = soughtAtDesk(text);
    this.setData({ sought: text });
    const found = await (queueNumber === null
      ? runOnce(this, () => api.visit.findPass({ code }))
      : runOnce(this, () => api.visit.findByNumber({ areaId: area.areaId, queueNumber })));
    if (found === null) return;
    const people = 'gate' in found.value ? [found.value] : found.value;
    this.showPeople(people);
    this.setData({ nobody: people.length === 0 ? `今天这里没有 ${String(queueNumber)} 号` : '' });
  },

  /** Back from the questions that were asked for somebody: whoever stood at the desk still does. */
  async findAgain() {
    this.setData({ sentAway: false });
    await this.find(this.data.sought);
  },

  showPeople(people: readonly PersonAtDesk[]) {
    const areaId = this.data.area?.areaId ?? '';
    this.setData({ people, found: people.map((person) => deskView(person, areaId, Date.now())) });
  },

  onAskCheckIn(event: WechatMiniprogram.TouchEvent) {
    this.setData({ checkingIn: event.currentTarget.dataset['id'] as string, priority: 'as-booked' });
  },

  onCheckInClose() {
    this.setData({ checkingIn: '' });
  },

  onPriority(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ priority: event.detail.value });
  },

  async onCheckIn() {
    const { area, checkingIn: appointmentId, priority } = this.data;
    // A second tap may still meet the sheet while it goes down.
    if (area === null || appointmentId === '') return;
    const wish = { appointmentId, areaId: area.areaId, priority: priority as 'as-booked' };
    this.setData({ checkingIn: '' });
    const done = await runOnce(this, () => checkInFor(wish));
    if (done === null) return;
    const { state, queueNumber } = done.value;
    this.showPeople(withState(this.data.people, appointmentId, { state, queueNumber }));
    void wx.showToast({ title: '报到好了', icon: 'success' });
  },

  onDeclareFor(event: WechatMiniprogram.TouchEvent) {
    this.setData({ people: [], found: [], sentAway: true });
    go('gate', { patientId: event.currentTarget.dataset['id'] as string });
  },

  onAskClear(event: WechatMiniprogram.TouchEvent) {
    this.setData({ clearing: event.currentTarget.dataset['id'] as string, reason: '' });
  },

  onClearClose() {
    this.setData({ clearing: '' });
  },

  onReason(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ reason: event.detail.value });
  },

  async onClear() {
    const { clearing: patientId, reason } = this.data;
    if (patientId === '' || reason === '') return;
    this.setData({ clearing: '' });
    const done = await runOnce(this, () => clearFlag({ patientId, reason }));
    if (done === null) return;
    const gate = done.value;
    this.showPeople(
      this.data.people.map((person) => (person.gate.patientId === patientId ? { ...person, gate } : person)),
    );
    void wx.showToast({ title: '已解除', icon: 'success' });
    void this.look();
  },

  async onReturn(event: WechatMiniprogram.TouchEvent) {
    const appointmentId = event.currentTarget.dataset['id'] as string;
    const done = await runOnce(this, () => returnPatient({ appointmentId }));
    if (done !== null) await this.loadQueue();
  },

  /** Back with results: the person at the desk waits again. */
  async onReturnFinished(event: WechatMiniprogram.TouchEvent) {
    const appointmentId = event.currentTarget.dataset['id'] as string;
    const done = await runOnce(this, () => returnPatient({ appointmentId }));
    if (done === null) return;
    this.showPeople(withState(this.data.people, appointmentId, { state: 'arrived' }));
    void wx.showToast({ title: '又排上了', icon: 'success' });
  },

  onRefusalClose() {
    this.setData({ refusal: null });
  },

  onAction(event: WechatMiniprogram.CustomEvent<{ kind: ActionKind }>) {
    this.setData({ refusal: null });
    followAction(event.detail.kind, { retry: () => void this.look() });
  },
});
