import type { PatientCard } from '@core/contract/identity';
import type { GateForm } from '@core/contract/visit-views';
import { api } from '../../../../services/api';
import { runOnce } from '../../../../services/busy-page';
import { createCommand } from '../../../../services/command';
import { followAction } from '../../../../services/follow-action';
import { failedState, LOADING, READY, type LoadState } from '../../../../services/load-state';
import { replace } from '../../../../services/navigate';
import { definePage } from '../../../../services/page';
import type { ActionKind, RefusalText } from '../../../../services/refusal-texts/refusal-text';
import { keepPass } from '../../../../services/visit/pass-kept';
import { pagePerson } from '../../../../services/visit/page-person';
import { declarationOf, gateView, type Answer, type GateView } from './gate.view';

type GateData = {
  load: LoadState;
  patientId: string;
  who: string;
  form: GateForm | null;
  person: PatientCard | null;
  temperature: string;
  answers: Record<string, Answer>;
  view: GateView | null;
  told: boolean;
  busy: boolean;
  refusal: RefusalText | null;
};

const data: GateData = {
  load: LOADING,
  patientId: '',
  who: '',
  form: null,
  person: null,
  temperature: '',
  answers: {},
  view: null,
  told: false,
  busy: false,
  refusal: null,
};

const declare = createCommand(api.visit.declareAtGate);

definePage({
  data,

  onLoad(query) {
    this.setData({ patientId: query['patientId'] ?? '' });
    void this.refresh();
  },

  async refresh() {
    const form = await api.visit.getGateForm({});
    if (!form.ok) {
      this.setData({ load: failedState(form) });
      return;
    }
    const person = await this.personOf(this.data.patientId);
    if (person === null) return;
    this.setData({ ...person, form: form.value, load: READY });
    this.draw();
  },

  /** One of the caller's own people, else somebody whom a nurse has before her. */
  async personOf(wanted: string): Promise<Pick<GateData, 'patientId' | 'who' | 'person'> | null> {
    const found = await pagePerson(wanted);
    if ('load' in found) {
      this.setData({ load: found.load });
      return null;
    }
    const { patientId, patient: person } = found;
    if (person !== null) return { patientId, who: person.maskedName, person };
    const status = await api.visit.getGatePass({ patientId });
    if (status.ok) return { patientId, who: status.value.maskedName, person };
    this.setData({ load: failedState(status) });
    return null;
  },

  draw() {
    const { form, person, temperature, answers, told } = this.data;
    if (form !== null) this.setData({ view: gateView(form, person, { temperature, answers }, told) });
  },

  onTemperature(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ temperature: event.detail.value });
  },

  onTemperatureLeft() {
    if (this.data.told) this.draw();
  },

  onAnswer(event: WechatMiniprogram.TouchEvent) {
    const { id, answer } = event.currentTarget.dataset as { id: string; answer: Answer };
    this.setData({ answers: { ...this.data.answers, [id]: answer } });
    this.draw();
  },

  /** For the many to whom none of it applies: what was answered stays as it is. */
  onNone() {
    const { view, answers } = this.data;
    const open = (view?.questions ?? []).filter(({ answer }) => answer === '');
    const rest = Object.fromEntries(open.map(({ questionId }) => [questionId, 'no' as const]));
    this.setData({ answers: { ...answers, ...rest } });
    this.draw();
  },

  async onSubmit() {
    const { form, person, temperature, answers, patientId } = this.data;
    if (form === null) return;
    const said = declarationOf(form, person, { temperature, answers });
    if (said === null) {
      this.setData({ told: true });
      this.draw();
      void wx.pageScrollTo({ selector: '.missing', offsetTop: -80, duration: 200 });
      return;
    }
    const answer = await runOnce(this, () => declare({ patientId, ...said }));
    if (answer === null) return;
    if (person !== null && person.relationship !== 'assisted') keepPass(answer.value);
    replace('pass', { patientId });
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
