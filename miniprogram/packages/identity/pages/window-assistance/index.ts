import { readScanned } from '@core/domain/identity/pairing-code';
import { api } from '../../../../services/api';
import { runOnce } from '../../../../services/busy-page';
import { createCommand } from '../../../../services/command';
import { followAction } from '../../../../services/follow-action';
import { afterRefresh, failedState, LOADING, READY, type LoadState } from '../../../../services/load-state';
import { definePage } from '../../../../services/page';
import type { ActionKind, RefusalText } from '../../../../services/refusal-texts/refusal-text';
import { scanCode } from '../../../../services/scan-code';
import { typedFields } from '../../../../services/typed-fields';
import { cardErrors, NO_CARD_ERRORS } from '../../card-form';
import {
  openedRows,
  phoneError,
  purposeTicks,
  timeOptions,
  type OpenedRow,
  type PurposeTick,
} from './window-assistance.view';

const NO_ERRORS = { ...NO_CARD_ERRORS, phone: '', badge: '' };
const typed = typedFields({ name: '', identityNumber: '', phone: '' });
type Field = 'name' | 'identityNumber' | 'phone' | 'badge';

type WindowData = {
  load: LoadState;
  /** Grows with each patient: the inputs are made anew, so that nothing of the last one stays in them. */
  round: number;
  badge: string;
  errors: typeof NO_ERRORS;
  purposes: readonly PurposeTick[];
  times: ReturnType<typeof timeOptions>;
  minutes: string;
  opened: readonly OpenedRow[];
  busy: boolean;
  refusal: RefusalText | null;
};

const data: WindowData = {
  load: LOADING,
  round: 0,
  badge: '',
  errors: NO_ERRORS,
  purposes: [],
  times: [],
  minutes: '60',
  opened: [],
  busy: false,
  refusal: null,
};

const openAssistanceAtWindow = createCommand(api.identity.openAssistanceAtWindow);
const endAssistance = createCommand(api.identity.endAssistance);

definePage({
  data,

  onShow() {
    void this.refresh();
  },

  async refresh() {
    const answer = await api.identity.listOpenedAssistances({});
    if (!answer.ok) {
      this.setData({ load: afterRefresh(this.data.load, failedState(answer)) });
      return;
    }
    const { offer, opened } = answer.value;
    const purposes = this.data.purposes.length === 0 ? purposeTicks(offer) : this.data.purposes;
    this.setData({ load: READY, opened: openedRows(opened), purposes, times: timeOptions(offer) });
  },

  onField(event: WechatMiniprogram.CustomEvent<{ name: Field; value: string }>) {
    const { name, value } = event.detail;
    if (name === 'badge') this.setData({ badge: value });
    else typed.put(this, name, value);
    if (this.data.errors[name] !== '') this.setData({ [`errors.${name}`]: '' });
  },

  async onScanBadge() {
    const scanned = await scanCode();
    if (scanned.state === 'failed') void wx.showToast({ title: '扫不了，请输入 8 位数字', icon: 'none' });
    if (scanned.state !== 'read') return;
    const badge = readScanned(scanned.text, 'VOL');
    if (badge === null) this.setData({ 'errors.badge': '这不是志愿者码' });
    else this.setData({ badge, 'errors.badge': '' });
  },

  onPurpose(event: WechatMiniprogram.CustomEvent<{ checked: boolean }>) {
    const value = event.currentTarget.dataset['value'] as string;
    const { checked } = event.detail;
    const purposes = this.data.purposes.map((one) =>
      one.value === value ? { ...one, ticked: checked } : one,
    );
    this.setData({ purposes });
  },

  onMinutes(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ minutes: event.detail.value });
  },

  async onOpen() {
    const { purposes, minutes } = this.data;
    const form = typed.of(this);
    const code = readScanned(this.data.badge, 'VOL');
    const badge = code === null ? '要志愿者手机上的 8 个数字' : '';
    const errors = { ...cardErrors(form, Date.now()), phone: phoneError(form.phone), badge };
    this.setData({ errors });
    if (code === null || Object.values(errors).some((error) => error !== '')) return;
    const opened = await runOnce(this, () =>
      openAssistanceAtWindow({
        code,
        name: form.name.trim(),
        identityNumber: form.identityNumber.trim(),
        phone: form.phone.trim(),
        purposes: purposes.filter(({ ticked }) => ticked).map(({ value }) => value),
        minutes: Number(minutes),
      }),
    );
    if (opened === null) return;
    // The next patient's card is another one: nothing of this one stays on the screen.
    typed.forget(this);
    this.setData({ round: this.data.round + 1, badge: '' });
    void wx.showToast({ title: '志愿者可以开始了', icon: 'success' });
    await this.refresh();
  },

  async onEnd(event: WechatMiniprogram.TouchEvent) {
    const assistanceId = event.currentTarget.dataset['id'] as string;
    const ended = await runOnce(this, () => endAssistance({ assistanceId }));
    if (ended !== null) await this.refresh();
  },

  onRefusalClose() {
    this.setData({ refusal: null });
  },

  onAction(event: WechatMiniprogram.CustomEvent<{ kind: ActionKind }>) {
    this.setData({ refusal: null });
    followAction(event.detail.kind, { retry: () => void this.refresh() });
  },
});
