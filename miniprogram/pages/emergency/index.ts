import type { EmergencyView } from '@core/domain/triage/emergencies';
import { isChild } from '@core/domain/triage/subject';
import { callHospital } from '../../services/hospital-phone';
import { go, goBack } from '../../services/navigate';
import { definePage } from '../../services/page';
import { planKept, preparePlan } from '../../services/plan';
import { printedEmergency, type PrintedWay } from '../../services/printed-hospital';
import { emergencies, emergencyKnowledge } from '../../services/triage/emergency-knowledge';
import { proceedWithTriage } from '../../services/triage/proceed';
import { emergencyPlace, hospitalRoutes } from '../../services/triage/routes-kept';
import { addToTriage, triageSession } from '../../services/triage/triage-session';
import { alarmView, dangerRows, questionRows, type AlarmView, type DangerRow } from './emergency.view';

type EmergencyData = {
  /** found: act now. ask: rule these out first. list: what everybody should know. */
  show: 'found' | 'ask' | 'list';
  alarm: AlarmView | null;
  rows: readonly DangerRow[];
  /** The way there in sentences, for a phone without a network. */
  ways: readonly PrintedWay[];
  starts: readonly { readonly value: string; readonly title: string }[];
  /** Where the person stands: one of `starts`. */
  start: string;
};

const data: EmergencyData = { show: 'list', alarm: null, rows: [], ways: [], starts: [], start: '0' };

const AMBULANCE = '120';
const HELPLINE = '12356';

// Closing the dial sheet counts as a failure in WeChat; it is none to us.
const dial = (phoneNumber: string): void => wx.makePhoneCall({ phoneNumber, fail: () => undefined });

const showPrinted = (): void =>
  void wx.pageScrollTo({ selector: '#printed-way', offsetTop: -16, duration: 200 });

definePage({
  data,

  onLoad(query) {
    // The way to the emergency department should be known before it is asked for.
    void hospitalRoutes();
    preparePlan();
    const { rules } = emergencyKnowledge();
    const { ways } = printedEmergency(isChild(triageSession().subject.stage));
    this.setData({ ways, starts: ways.map(({ from }, at) => ({ value: String(at), title: from })) });
    const { found, open } = this.heard();
    const wanted = query['show'];
    if (wanted === 'found' && found.length > 0)
      this.setData({ show: 'found', alarm: alarmView(found.map(({ rule }) => rule)) });
    else if (wanted === 'ask' && open.length > 0) this.setData({ show: 'ask', rows: questionRows(open) });
    else this.setData({ show: 'list', rows: dangerRows(rules) });
  },

  /** What the words of the guide say of emergencies so far. */
  heard(): EmergencyView {
    const { text, present, subject, ruledOut } = triageSession();
    return emergencies()({ text, tapped: present, subject, denied: ruledOut });
  },

  /** A danger that holds: in the words in which it was asked about. */
  onRow(event: WechatMiniprogram.TouchEvent) {
    const ruleId = event.currentTarget.dataset['id'] as string;
    const asked = this.data.show === 'ask' ? this.heard().open : [];
    const rule = [...asked, ...emergencyKnowledge().rules].find(({ id }) => id === ruleId);
    if (rule) this.setData({ show: 'found', alarm: alarmView([rule]) });
    void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
  },

  onNone() {
    if (this.data.show === 'list') {
      goBack();
      return;
    }
    const denied = this.heard().open.map(({ id }) => id);
    addToTriage({ ruledOut: [...triageSession().ruledOut, ...denied] });
    proceedWithTriage('instead');
  },

  onAmbulance() {
    dial(AMBULANCE);
  },

  onHelpline() {
    dial(HELPLINE);
  },

  onHospital() {
    void callHospital('emergency');
  },

  onStart(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ start: event.detail.value }, showPrinted);
  },

  onWay() {
    const { shell, ways } = this.data;
    if (shell.offline && ways.length > 0 && planKept() === null) showPrinted();
    else go('way', { place: emergencyPlace(isChild(triageSession().subject.stage)) });
  },

  onAgain() {
    goBack();
  },
});
