import type { PatientCard } from '@core/contract/identity';
import { api } from '../../../../services/api';
import { runOnce } from '../../../../services/busy-page';
import { createCommand } from '../../../../services/command';
import { followAction } from '../../../../services/follow-action';
import { afterRefresh, failedState, LOADING, READY, type LoadState } from '../../../../services/load-state';
import { go, replace } from '../../../../services/navigate';
import { definePage } from '../../../../services/page';
import type { ActionKind, RefusalText } from '../../../../services/refusal-texts/refusal-text';
import { scanCode } from '../../../../services/scan-code';
import { goTo } from '../../../../services/visit/follow-task';
import { pagePerson } from '../../../../services/visit/page-person';
import { areaOfCode, checkInView, choicesOf, type CheckInView } from './check-in.view';

type CheckInData = {
  load: LoadState;
  patientId: string;
  /** Scanned before this page was opened. */
  areaId: string;
  who: string;
  choices: ReturnType<typeof choicesOf>;
  view: CheckInView | null;
  busy: boolean;
  refusal: RefusalText | null;
};

const data: CheckInData = {
  load: LOADING,
  patientId: '',
  areaId: '',
  who: '',
  choices: [],
  view: null,
  busy: false,
  refusal: null,
};

const NOT_AN_AREA: RefusalText = {
  title: '这不是报到码',
  reason: '刚才扫的是别的码，没有报到。',
  next: '请扫候诊区护士站墙上写着“报到”的码，或请护士帮您报到。',
  action: { label: '知道了', kind: 'dismiss' },
};
const NO_CAMERA: RefusalText = {
  title: '打不开扫一扫',
  reason: '微信现在不能用相机。',
  next: '请在微信设置里允许使用相机，或请护士帮您报到。',
  action: { label: '知道了', kind: 'dismiss' },
};

const checkIn = createCommand(api.visit.checkInArea);

definePage({
  data,

  onLoad(query) {
    this.setData({ patientId: query['patientId'] ?? '', areaId: query['areaId'] ?? '' });
  },

  onShow() {
    void this.refresh();
  },

  async refresh() {
    const found = await pagePerson(this.data.patientId);
    if ('load' in found) {
      this.setData({ load: afterRefresh(this.data.load, found.load) });
      return;
    }
    const { patientId, patient, all } = found;
    const tasks = await api.visit.listTasks({ patientId });
    if (!tasks.ok) {
      this.setData({ load: afterRefresh(this.data.load, failedState(tasks)) });
      return;
    }
    this.showTasks(patientId, patient, all);
    this.setData({ view: checkInView(tasks.value), load: READY });
    const { areaId } = this.data;
    // With one person there is nothing to ask: the scan on the way here was the tap.
    if (areaId !== '' && all.length === 1) await this.enter(areaId);
  },

  showTasks(patientId: string, patient: PatientCard | null, all: readonly PatientCard[]) {
    const choices = all.length > 1 ? choicesOf(all) : [];
    this.setData({ patientId, who: patient?.maskedName ?? '', choices });
  },

  onPatient(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ patientId: event.detail.value });
    void this.refresh();
  },

  async onScan() {
    if (this.data.areaId !== '') {
      await this.enter(this.data.areaId);
      return;
    }
    const scanned = await scanCode();
    if (scanned.state === 'cancelled') return;
    if (scanned.state === 'failed') {
      this.setData({ refusal: NO_CAMERA });
      return;
    }
    const areaId = areaOfCode(scanned.text);
    if (areaId === null) this.setData({ refusal: NOT_AN_AREA });
    else await this.enter(areaId);
  },

  async enter(areaId: string) {
    if (this.data.busy) return;
    const { patientId } = this.data;
    const done = await runOnce(this, () => checkIn({ patientId, areaId }));
    if (done === null) this.setData({ areaId: '' });
    else replace('queue', { appointmentId: done.value.appointmentId });
  },

  onWay() {
    const { view } = this.data;
    if (view !== null) goTo({ placeId: view.placeId || null, place: view.place || null });
  },

  onGate() {
    go('gate', { patientId: this.data.patientId });
  },

  onRefusalClose() {
    this.setData({ refusal: null });
  },

  onAction(event: WechatMiniprogram.CustomEvent<{ kind: ActionKind }>) {
    this.setData({ refusal: null });
    const { patientId } = this.data;
    followAction(event.detail.kind, { retry: () => void this.refresh(), patientId });
  },
});
