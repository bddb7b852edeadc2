import type { Organization } from '@core/contract/catalog';
import type { Me } from '@core/contract/identity';
import { api } from '../../services/api';
import { forgetDoctors } from '../../services/appointment/recent-doctors';
import { runOnce } from '../../services/busy-page';
import { createCommand } from '../../services/command';
import type { Refused } from '../../services/error-text';
import { followAction } from '../../services/follow-action';
import { hospital } from '../../services/hospital';
import { callHospital } from '../../services/hospital-phone';
import { afterRefresh, failedState, LOADING, READY, type LoadState } from '../../services/load-state';
import { badgeText, refreshUnread } from '../../services/messages/unread';
import { go } from '../../services/navigate';
import { definePage } from '../../services/page';
import { openPrivacyContract } from '../../services/privacy';
import { chooseElderly } from '../../services/reading-mode';
import type { ActionKind, RefusalText } from '../../services/refusal-texts/refusal-text';
import { adoptMe, me, refreshMe } from '../../services/session';
import { signIn, signOut } from '../../services/sign-in';
import { forgetPasses } from '../../services/visit/pass-kept';
import type { StaffPage } from './staff-links';
import { DELETION_WORD, keptLines, mayDelete, meView, type MeView } from './me.view';

type MeData = {
  load: LoadState;
  signedIn: boolean;
  view: MeView | null;
  /** Messages that were not read, as a badge says it. */
  unread: string;
  organization: Organization | null;
  /** The open sheet, if any. */
  sheet: '' | 'consent' | 'sign-out' | 'delete' | 'deleted';
  typed: string;
  deletionWord: string;
  deletable: boolean;
  kept: readonly string[];
  busy: boolean;
  refusal: RefusalText | null;
};

const data: MeData = {
  load: LOADING,
  signedIn: false,
  view: null,
  unread: '',
  organization: null,
  sheet: '',
  typed: '',
  deletionWord: DELETION_WORD,
  deletable: false,
  kept: [],
  busy: false,
  refusal: null,
};

const withdrawConsent = createCommand(api.identity.withdrawConsent);
const deleteMyData = createCommand(api.identity.deleteMyData);

definePage({
  tab: 3,
  data,

  onShow() {
    void this.refresh();
  },

  async refresh() {
    const [answer, place] = await Promise.all([refreshMe(), hospital()]);
    if (place.ok) this.setData({ organization: place.value.organization });
    if (answer.ok) this.show(answer.value);
    else this.setData({ load: afterRefresh(this.data.load, failedState(answer)) });
  },

  show(known: Me) {
    this.setData({ load: READY, signedIn: known.signedIn, view: meView(known) });
    if (known.signedIn) void refreshUnread().then((count) => this.setData({ unread: badgeText(count) }));
  },

  /** Runs a command behind a button that says so; a refusal opens its sheet. */
  async run<A extends { readonly ok: true } | Refused>(command: () => Promise<A>) {
    if (this.data.busy) return null;
    const answer = await runOnce(this, command);
    if (answer === null) this.setData({ sheet: '' });
    return answer;
  },

  async onSignIn() {
    const answer = await this.run(signIn);
    if (answer?.ok) this.show(answer.value);
  },

  onAddPatient() {
    go('consent', { next: 'bind' });
  },

  onPatient(event: WechatMiniprogram.TouchEvent) {
    go('patient', { patientId: event.currentTarget.dataset['id'] as string });
  },

  onLink(event: WechatMiniprogram.TouchEvent) {
    const page = event.currentTarget.dataset['page'] as 'family' | 'help' | 'roles' | 'messages' | StaffPage;
    go(page, {});
  },

  onAccesses(event: WechatMiniprogram.TouchEvent) {
    go('accesses', { about: event.currentTarget.dataset['about'] as 'looked' | 'acted' });
  },

  onConsent() {
    if (this.data.view?.consentGiven) this.setData({ sheet: 'consent' });
    else go('consent', {});
  },

  onOpenSheet(event: WechatMiniprogram.TouchEvent) {
    const sheet = event.currentTarget.dataset['sheet'] as MeData['sheet'];
    this.setData({ sheet, typed: '', deletable: false });
  },

  onCloseSheet() {
    this.setData({ sheet: '' });
  },

  async onWithdraw() {
    const answer = await this.run(async () => adoptMe(await withdrawConsent({})));
    if (!answer?.ok) return;
    this.setData({ sheet: '' });
    this.show(answer.value);
  },

  async onSignOut() {
    const answer = await this.run(signOut);
    if (answer === null) return;
    this.setData({ sheet: '' });
    this.forget();
    await this.refresh();
  },

  /** What this phone kept of the person goes with them. */
  forget() {
    me.set(null);
    forgetDoctors();
    forgetPasses();
  },

  onTyped(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const { value } = event.detail;
    this.setData({ typed: value, deletable: mayDelete(value) });
  },

  async onDelete() {
    if (!this.data.deletable) return;
    const answer = await this.run(() => deleteMyData({}));
    if (!answer?.ok) return;
    this.setData({ sheet: 'deleted', kept: keptLines(answer.value) });
    this.forget();
    await this.refresh();
  },

  onPrivacy() {
    openPrivacyContract();
  },

  onCall() {
    void callHospital();
  },

  onWindow() {
    const { organization } = this.data;
    if (organization !== null) go('way', { place: organization.windowPlace });
  },

  onMode(event: WechatMiniprogram.CustomEvent<{ elderly: boolean }>) {
    chooseElderly(event.detail.elderly);
  },

  onRefusalClose() {
    this.setData({ refusal: null });
  },

  onAction(event: WechatMiniprogram.CustomEvent<{ kind: ActionKind }>) {
    this.setData({ refusal: null });
    followAction(event.detail.kind, { retry: () => void this.refresh() });
  },
});
