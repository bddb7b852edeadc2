import { api } from '../../../../services/api';
import { followAction } from '../../../../services/follow-action';
import {
  afterRefresh,
  emptyState,
  failedState,
  LOADING,
  READY,
  type LoadState,
} from '../../../../services/load-state';
import { callHospital } from '../../../../services/hospital-phone';
import { go } from '../../../../services/navigate';
import { definePage } from '../../../../services/page';
import type { ActionKind } from '../../../../services/refusal-texts/refusal-text';
import { pagePerson } from '../../../../services/visit/page-person';
import { admissionRow, type AdmissionRow } from '../../admission-words';

type OwnAdmissionsData = { load: LoadState; patientId: string; rows: readonly AdmissionRow[] };

const data: OwnAdmissionsData = { load: LOADING, patientId: '', rows: [] };

const NONE = emptyState({
  title: '没有住院登记',
  reason: '医生替您登记住院以后，这里能看到现在到哪一步。',
  next: '要住院请先看医生。',
  action: null,
});

definePage({
  data,

  onLoad(query) {
    this.setData({ patientId: query['patientId'] ?? '' });
  },

  onShow() {
    void this.refresh();
  },

  async refresh() {
    const person = await pagePerson(this.data.patientId);
    if ('load' in person) {
      this.setData({ load: afterRefresh(this.data.load, person.load) });
      return;
    }
    const { patientId } = person;
    const answer = await api.clinic.listPatientAdmissions({ patientId });
    if (!answer.ok) {
      this.setData({ load: afterRefresh(this.data.load, failedState(answer)) });
      return;
    }
    const rows = answer.value.map((admission) => admissionRow(admission, Date.now()));
    this.setData({ load: rows.length === 0 ? NONE : READY, rows, patientId });
  },

  onWay(event: WechatMiniprogram.TouchEvent) {
    go('way', { to: event.currentTarget.dataset['place'] as string });
  },

  onCall() {
    void callHospital();
  },

  onAction(event: WechatMiniprogram.CustomEvent<{ kind: ActionKind }>) {
    followAction(event.detail.kind, { retry: () => void this.refresh() });
  },
});
