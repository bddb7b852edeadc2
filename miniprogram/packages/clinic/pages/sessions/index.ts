import type { FoundPatient } from '@core/contract/clinic-views';
import { api } from '../../../../services/api';
import { runOnce } from '../../../../services/busy-page';
import { createCommand } from '../../../../services/command';
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
import type { ActionKind, RefusalText } from '../../../../services/refusal-texts/refusal-text';
import { codeIn } from '../../../../services/scan';
import { scanCode } from '../../../../services/scan-code';
import { typedFields } from '../../../../services/typed-fields';
import { addedLine, foundLine, sessionRow, type SessionRow } from './sessions.view';

type SessionsData = {
  load: LoadState;
  rows: readonly SessionRow[];
  /** The session to which a seat is being added. */
  adding: SessionRow | null;
  numberError: string;
  found: string;
  foundOnPhone: boolean;
  added: string;
  busy: boolean;
  refusal: RefusalText | null;
};

const data: SessionsData = {
  load: LOADING,
  rows: [],
  adding: null,
  numberError: '',
  found: '',
  foundOnPhone: true,
  added: '',
  busy: false,
  refusal: null,
};

const NONE = emptyState({
  title: '最近没有您的门诊',
  reason: '排班里有您的半天，会列在这里。',
  next: '排班有疑问请找门诊办公室。',
  action: null,
});

const NO_CODE = '没有读出来。请输门诊号，或再扫一次病人的通行码。';
/** A pass is shorter; what is longer is nobody's. */
const LONGEST_CODE = 40;
const grantAddOn = createCommand(api.booking.grantAddOn);
const typed = typedFields({ code: '' });

interface Tap {
  readonly currentTarget: { readonly dataset: Readonly<Record<string, string>> };
}

const idOf = ({ currentTarget }: Tap): string => currentTarget.dataset['id'] ?? '';

definePage({
  data,

  onShow() {
    void this.refresh();
  },

  onUnload() {
    typed.forget(this);
  },

  async refresh() {
    const answer = await api.clinic.listOwnSessions({});
    if (!answer.ok) {
      this.setData({ load: afterRefresh(this.data.load, failedState(answer)) });
      return;
    }
    const rows = answer.value.map((session) => sessionRow(session, Date.now()));
    this.setData({ load: rows.length === 0 ? NONE : READY, rows });
  },

  onAdd(event: Tap) {
    const adding = this.data.rows.find(({ sessionId }) => sessionId === idOf(event)) ?? null;
    typed.put(this, 'code', '');
    this.setData({ adding, found: '', added: '', numberError: '' });
  },

  onAddClose() {
    this.setData({ adding: null, found: '', added: '' });
    void this.refresh();
  },

  onCode(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    typed.put(this, 'code', event.detail.value.trim());
    this.setData({ numberError: '', found: '' });
  },

  async onScan() {
    const scanned = await scanCode();
    if (scanned.state === 'cancelled') return;
    if (scanned.state === 'failed') {
      this.setData({ numberError: NO_CODE });
      return;
    }
    typed.put(this, 'code', codeIn(scanned.text).slice(0, LONGEST_CODE));
    await this.find();
  },

  async find() {
    const { code } = typed.of(this);
    if (code === '') {
      this.setData({ numberError: '请输门诊号，或扫病人的通行码。' });
      return;
    }
    const answer = await runOnce(this, () => api.clinic.findPatient({ code }));
    if (answer) this.show(answer.value);
  },

  show(patient: FoundPatient) {
    this.setData({ found: foundLine(patient), foundOnPhone: patient.onPhone, numberError: '' });
  },

  async onGrant() {
    if (this.data.found === '') {
      await this.find();
      return;
    }
    const { code } = typed.of(this);
    const sessionId = this.data.adding?.sessionId ?? '';
    const answer = await runOnce(this, () => grantAddOn({ sessionId, code }));
    if (answer) this.setData({ added: addedLine(answer.value, Date.now()) });
    else this.keepToPatient();
  },

  /** The pass that a refusal leads to is the patient's, and not on the doctor's phone. */
  keepToPatient() {
    const { refusal } = this.data;
    if (refusal?.action?.kind === 'pass')
      this.setData({ refusal: { ...refusal, action: { label: '知道了', kind: 'dismiss' } } });
  },

  onStop(event: Tap) {
    go('stop', { sessionId: idOf(event) });
  },

  onStops() {
    go('stops', {});
  },

  onRefusalClose() {
    this.setData({ refusal: null });
  },

  onAction(event: WechatMiniprogram.CustomEvent<{ kind: ActionKind }>) {
    this.setData({ refusal: null });
    followAction(event.detail.kind, { retry: () => void this.refresh() });
  },
});
