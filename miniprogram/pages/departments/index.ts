import type { Department, PractitionerProfile } from '@core/contract/catalog';
import { api } from '../../services/api';
import { forgetDoctors, recentDoctors, type RecentDoctor } from '../../services/appointment/recent-doctors';
import { followAction } from '../../services/follow-action';
import {
  afterRefresh,
  emptyState,
  failedState,
  LOADING,
  READY,
  type LoadState,
} from '../../services/load-state';
import { go } from '../../services/navigate';
import { definePage } from '../../services/page';
import type { ActionKind } from '../../services/refusal-texts/refusal-text';
import { departmentsKept, keepDepartments } from './departments-kept';
import { bookable, clinicRows, searchClinics, sidebarItems, type ClinicRow } from './departments.view';

type DepartmentsData = {
  load: LoadState;
  items: { id: string; title: string }[];
  active: number;
  clinics: readonly ClinicRow[];
  typed: string;
  found: readonly ClinicRow[];
  doctors: readonly PractitionerProfile[];
  /** How far the server has come with looking for doctors; before it answered nothing is said not to be found. */
  lookup: 'under-way' | 'done' | 'failed';
  recent: readonly RecentDoctor[];
};

const data: DepartmentsData = {
  load: LOADING,
  items: [],
  active: 0,
  clinics: [],
  typed: '',
  found: [],
  doctors: [],
  lookup: 'done',
  recent: [],
};

/** As much as the search takes. */
const LONGEST_WORDS = 20;

/** The hospital's list; there is one page of it, and it never needs to be drawn whole. */
let departments: readonly Department[] = [];

const NO_DEPARTMENTS = emptyState({
  title: '还没有可以约的科室',
  reason: '医院还没有放出门诊。',
  next: '可以打电话问医院。',
  action: { label: '打电话问医院', kind: 'call' },
});

definePage({
  tab: 1,
  data,

  onLoad() {
    const kept = departmentsKept();
    if (kept !== null) this.show(kept);
  },

  onShow() {
    this.setData({ recent: recentDoctors() });
    void this.refresh();
  },

  async refresh() {
    const answer = await api.catalog.listDepartments({});
    if (answer.ok) {
      keepDepartments(answer.value);
      this.show(answer.value);
    } else this.setData({ load: afterRefresh(this.data.load, failedState(answer)) });
  },

  /** The chosen department stays chosen when the list is drawn anew. */
  show(list: readonly Department[]) {
    const before = this.data.items[this.data.active]?.id;
    departments = bookable(list);
    const active = Math.max(
      0,
      departments.findIndex(({ departmentId }) => departmentId === before),
    );
    this.setData({
      load: departments.length === 0 ? NO_DEPARTMENTS : READY,
      items: sidebarItems(departments),
      found: searchClinics(departments, this.data.typed),
    });
    this.choose(active);
  },

  choose(active: number) {
    const department = departments[active];
    this.setData({ active, clinics: clinicRows(department) });
  },

  onDepartment(event: WechatMiniprogram.CustomEvent<{ index: number }>) {
    this.choose(event.detail.index);
    this.backToFirstClinic();
  },

  /** A long list may have been scrolled: the next department begins at its first clinic, the column stays put. */
  backToFirstClinic() {
    const query = wx.createSelectorQuery();
    query.select('#search').boundingClientRect();
    query.select('#columns').boundingClientRect();
    query.exec(
      ([search, columns]: readonly (WechatMiniprogram.BoundingClientRectCallbackResult | null)[]) => {
        if (!search || !columns || columns.top >= search.bottom) return;
        void wx.pageScrollTo({ selector: '#columns', offsetTop: -search.height, duration: 0 });
      },
    );
  },

  onSearch(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const typed = event.detail.value;
    this.setData({ typed, found: searchClinics(departments, typed), lookup: 'under-way' });
    void this.findDoctors(typed);
  },

  /** Doctors are looked up on the server; what is on the phone answers at once. */
  async findDoctors(typed: string) {
    const words = typed.trim().slice(0, LONGEST_WORDS);
    const answer = words === '' ? null : await api.catalog.searchPractitioners({ words });
    // Something else was typed meanwhile.
    if (typed !== this.data.typed) return;
    this.setData({
      doctors: answer?.ok ? answer.value : [],
      lookup: answer === null || answer.ok ? 'done' : 'failed',
    });
  },

  onLookAgain() {
    this.setData({ lookup: 'under-way' });
    void this.findDoctors(this.data.typed);
  },

  onSearchEnd() {
    this.setData({ typed: '', found: [], doctors: [] });
  },

  onUnsure() {
    go('triage', {});
  },

  onClinic(event: WechatMiniprogram.TouchEvent) {
    go('doctors', { clinicId: event.currentTarget.dataset['id'] as string });
  },

  onDoctor(event: WechatMiniprogram.TouchEvent) {
    go('doctor', { practitionerId: event.currentTarget.dataset['id'] as string });
  },

  onRecent(event: WechatMiniprogram.TouchEvent) {
    const doctor = this.data.recent[event.currentTarget.dataset['index'] as number];
    if (doctor !== undefined) go('doctors', { clinicId: doctor.clinicId });
  },

  onForget() {
    forgetDoctors();
    this.setData({ recent: [] });
  },

  onAction(event: WechatMiniprogram.CustomEvent<{ kind: ActionKind }>) {
    followAction(event.detail.kind, { retry: () => void this.refresh() });
  },
});
