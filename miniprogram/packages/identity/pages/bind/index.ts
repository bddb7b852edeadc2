import type { BoundPatient, Me } from '@core/contract/identity';
import { dayOf } from '@core/domain/calendar-day';
import { api } from '../../../../services/api';
import { createCommand } from '../../../../services/command';
import { textOf, type Refused } from '../../../../services/error-text';
import { followAction } from '../../../../services/follow-action';
import { hospitalKept } from '../../../../services/hospital';
import { failedState, LOADING, READY, type LoadState } from '../../../../services/load-state';
import { goBack, replace } from '../../../../services/navigate';
import { definePage } from '../../../../services/page';
import { requirePrivacy } from '../../../../services/privacy';
import { typedFields } from '../../../../services/typed-fields';
import type { ActionKind, RefusalText } from '../../../../services/refusal-texts/refusal-text';
import { missingStep, refreshMe } from '../../../../services/session';
import { offerNumbers } from '../../number-choice';
import {
  fieldOf,
  formErrors,
  isComplete,
  NO_ERRORS,
  relationshipOptions,
  visitedOptions,
  type BindForm,
  type FieldErrors,
  type FieldName,
} from './bind.view';

type BindData = {
  load: LoadState;
  form: Omit<BindForm, FieldName>;
  errors: FieldErrors;
  relationships: ReturnType<typeof relationshipOptions>;
  visits: typeof visitedOptions;
  childBelowYears: number;
  maskedPhone: string;
  phoneError: string;
  verifying: boolean;
  busy: boolean;
  refusal: RefusalText | null;
  window: string;
};

const data: BindData = {
  load: LOADING,
  form: { relationship: 'self', visited: 'first' },
  errors: NO_ERRORS,
  relationships: [],
  visits: visitedOptions,
  childBelowYears: 14,
  maskedPhone: '',
  phoneError: '',
  verifying: false,
  busy: false,
  refusal: null,
  window: '',
};

const typed = typedFields({ name: '', identityNumber: '' });

const bindPatient = createCommand(api.identity.bindPatient);
const verifyPhone = createCommand(api.identity.verifyPhone);

definePage({
  data,

  onLoad() {
    const place = hospitalKept()?.organization;
    if (place !== undefined) this.setData({ window: `${place.windowPlace}办理，时间：${place.windowHours}` });
    void this.refresh();
  },

  async refresh() {
    const answer = await refreshMe();
    if (!answer.ok) {
      this.setData({ load: failedState(answer) });
      return;
    }
    // A volunteer's own card is not what this is about while they help somebody.
    if (answer.value.acting !== null) {
      replace('bindAssisted', {});
      return;
    }
    const missing = missingStep(answer.value);
    if (missing === 'sign-in' || missing === 'consent') {
      replace('consent', { next: 'bind' });
      return;
    }
    // WeChat asks before the first personal field; without its yes nothing may be typed here.
    if (await requirePrivacy()) this.show(answer.value);
    else goBack();
  },

  show(known: Me) {
    const relationships = relationshipOptions(known);
    this.setData({
      load: READY,
      relationships,
      childBelowYears: known.childBelowYears,
      maskedPhone: known.maskedPhone ?? '',
      'form.relationship': relationships[0]?.value === 'child' ? 'child' : 'self',
    });
  },

  onRelationship(event: WechatMiniprogram.CustomEvent<{ value: BindForm['relationship'] }>) {
    this.setData({ 'form.relationship': event.detail.value, errors: NO_ERRORS });
  },

  onVisited(event: WechatMiniprogram.CustomEvent<{ value: BindForm['visited'] }>) {
    this.setData({ 'form.visited': event.detail.value });
  },

  onField(event: WechatMiniprogram.CustomEvent<{ name: FieldName; value: string }>) {
    const { name, value } = event.detail;
    typed.put(this, name, value);
    if (this.data.errors[name] !== '') this.setData({ [`errors.${name}`]: '' });
  },

  /** An error is said on leaving the field, not while the patient is still typing. */
  onLeave(event: WechatMiniprogram.CustomEvent<{ name: FieldName; value: string }>) {
    const { name, value } = event.detail;
    if (value === '') return;
    this.setData({ [`errors.${name}`]: this.check()[name] });
  },

  check(): FieldErrors {
    const form = { ...this.data.form, ...typed.of(this) };
    return formErrors(form, this.data.childBelowYears, dayOf(Date.now()));
  },

  async onPhone(event: WechatMiniprogram.CustomEvent<{ code?: string }>) {
    const { code } = event.detail;
    if (code === undefined) {
      this.setData({ phoneError: '没有得到手机号。医院要用它核对和联系，请再点一次并选“允许”' });
      return;
    }
    this.setData({ verifying: true, phoneError: '' });
    const answer = await verifyPhone({ code });
    this.setData({ verifying: false });
    if (answer.ok) this.setData({ maskedPhone: answer.value.maskedPhone });
    else this.setData({ phoneError: textOf(answer).title, refusal: textOf(answer) });
  },

  async onSubmit() {
    if (this.data.busy) return;
    const errors = this.check();
    const phoneError = this.data.maskedPhone === '' ? '请先验证手机号' : '';
    this.setData({ errors, phoneError });
    if (!isComplete(errors) || phoneError !== '') {
      // The first fault may lie above or below what is on the screen.
      const first = errors.name !== '' ? 'name' : errors.identityNumber !== '' ? 'number' : 'phone';
      void wx.pageScrollTo({ selector: `#bind-${first}`, offsetTop: -16, duration: 200 });
      return;
    }
    this.setData({ busy: true });
    const { name, identityNumber } = typed.of(this);
    const { relationship, visited } = this.data.form;
    const answer = await bindPatient({
      name: name.trim(),
      identityNumber: identityNumber.trim(),
      relationship,
      visitedBefore: visited === 'before',
    });
    this.setData({ busy: false });
    if (answer.ok) this.bound(answer.value);
    else this.refuse(answer);
  },

  bound(result: BoundPatient) {
    const { patientId } = result.patient;
    if (result.state === 'choose-number') {
      offerNumbers(patientId, result.numbers);
      replace('chooseNumber', { patientId });
      return;
    }
    void wx.showToast({ title: '绑好了', icon: 'success' });
    goBack();
  },

  refuse(refused: Refused) {
    const text = textOf(refused);
    const field = fieldOf(refused.error);
    if (field === null) this.setData({ refusal: text });
    else this.setData({ [`errors.${field}`]: text.reason });
  },

  onRefusalClose() {
    this.setData({ refusal: null });
  },

  onAction(event: WechatMiniprogram.CustomEvent<{ kind: ActionKind }>) {
    const failedToLoad = this.data.load.state !== 'ready';
    this.setData({ refusal: null });
    followAction(event.detail.kind, {
      retry: () => void (failedToLoad ? this.refresh() : this.onSubmit()),
    });
  },
});
