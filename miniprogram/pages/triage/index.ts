import type { PatientCard } from '@core/contract/identity';
import { AREAS } from '../../services/triage/areas';
import { isAlarming, proceedWithTriage } from '../../services/triage/proceed';
import { beginTriage } from '../../services/triage/triage-session';
import {
  detailsFor,
  saysDetail,
  subjectOf,
  whoChoices,
  type Choice,
  type Who,
} from '../../services/triage/who';
import { go } from '../../services/navigate';
import { definePage } from '../../services/page';
import { knownMe, me, patientsOf } from '../../services/session';

type TriageData = {
  who: readonly Choice[];
  chosen: string;
  details: readonly Choice[];
  detail: string;
  text: string;
  areas: typeof AREAS;
  /** What is missing, in words; empty where nothing is. */
  missing: string;
};

const data: TriageData = {
  who: whoChoices([]),
  chosen: '',
  details: [],
  detail: '',
  text: '',
  areas: AREAS,
  missing: '',
};

const NOT_SAID = '请写一句哪里不舒服，或者在下面点一个部位。';
/** By it some things are urgent that are not for others. */
const NO_DETAIL = '请在最上面再点一下：怀没怀孕，或者宝宝多大。';

definePage({
  data,

  onLoad() {
    void this.showCards();
  },

  /** Without a network, or before any card, anyone can still be chosen by age. */
  async showCards() {
    const answer = me.get() === null ? await knownMe() : null;
    const known = me.get() ?? (answer?.ok === true ? answer.value : null);
    const cards = known === null ? [] : patientsOf(known);
    if (cards.length === 0) return;
    const first = cards.find(({ isDefault }) => isDefault) ?? cards[0];
    this.setData({ who: whoChoices(cards) });
    if (this.data.chosen === '' && first) this.choose({ chosen: first.patientId, detail: '' });
  },

  cards(): readonly PatientCard[] {
    const known = me.get();
    return known === null ? [] : patientsOf(known);
  },

  choose(who: Who) {
    this.setData({ ...who, details: detailsFor(who, this.cards()) });
  },

  onWho(event: WechatMiniprogram.TouchEvent) {
    this.choose({ chosen: event.currentTarget.dataset['value'] as string, detail: '' });
  },

  onDetail(event: WechatMiniprogram.TouchEvent) {
    this.setData({ detail: event.currentTarget.dataset['value'] as string, missing: '' });
  },

  onText(event: WechatMiniprogram.TextareaInput) {
    this.setData({ text: event.detail.value, missing: '' });
  },

  onUrgent() {
    this.begin();
    go('emergency', { show: 'list' });
  },

  /** The person and the words go along to every page of the guide. */
  begin() {
    const { chosen, detail, text } = this.data;
    beginTriage({ ...subjectOf({ chosen, detail }, this.cards()), text: text.trim() });
  },

  /** A baby's age or a pregnancy has to be known before the rest, but never before an emergency. */
  lacksDetail(): boolean {
    const { details, detail, text } = this.data;
    if (details.length === 0 || detail !== '' || saysDetail(text, details) || isAlarming()) return false;
    this.setData({ missing: NO_DETAIL });
    return true;
  },

  onArea(event: WechatMiniprogram.TouchEvent) {
    this.begin();
    if (this.lacksDetail()) return;
    go('triageComplaints', { area: event.currentTarget.dataset['value'] as string });
  },

  onSubmit() {
    if (this.data.text.trim() === '') {
      this.setData({ missing: NOT_SAID });
      return;
    }
    this.begin();
    if (this.lacksDetail()) return;
    proceedWithTriage('over');
  },
});
