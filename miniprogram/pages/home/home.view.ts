import type { ActingFor, Me } from '@core/contract/identity';
import { timeOf } from '@core/domain/calendar-day';
import { shortTime } from '../../services/dates';
import { defaultPatient, missingStep, patientsOf } from '../../services/identity-step';
import { patientCardView, type PatientCardView } from '../../services/patient-card.view';
import { scopeWords } from '../../services/scope-words';

/** Whom a volunteer helps just now. */
export interface HelpingView {
  readonly assistanceId: string;
  readonly whom: string;
  readonly until: string;
  readonly may: string;
}

/** Who this is about: a card, the way to one, or the patient whom a volunteer helps. */
export interface WhoView {
  readonly helping: HelpingView | null;
  readonly card: PatientCardView | null;
  readonly others: number;
  readonly invitation: Invitation | null;
}

/** What stands where a card would be. */
export interface Invitation {
  readonly title: string;
  readonly text: string;
  readonly button: string;
  /** Where its button leads. */
  readonly to: 'consent' | 'bindAssisted' | 'volunteer';
}

const INVITATIONS = {
  'sign-in': { text: '绑好就能挂号、付费。用微信登录，不用密码。', button: '登录并绑定' },
  consent: { text: '绑好就能挂号、付费。绑定前先请您看一份说明。', button: '去绑定' },
  card: { text: '绑好就能挂号、付费。本人和未满 14 岁的孩子都可以。', button: '去绑定' },
} as const;

/** To a volunteer whose patient has no card yet: their own consent and card are not what this is about. */
const invitationToVolunteer = ({ purposes }: ActingFor): Invitation =>
  purposes.includes('bind')
    ? {
        title: '您在帮的人还没有绑卡',
        text: '请对方拿出身份证，您照着填。',
        button: '替对方绑卡',
        to: 'bindAssisted',
      }
    : {
        title: '您在帮的人还没有绑卡',
        text: '对方没有同意绑卡这一项。请对方重新出示求助码，把“绑卡”也选上。',
        button: '回志愿者页',
        to: 'volunteer',
      };

const helpingView = ({ assistanceId, patient, purposes, expiresAt }: ActingFor): HelpingView => ({
  assistanceId,
  whom: patient?.maskedName ?? '还没有绑卡的患者',
  until: `到 ${shortTime(timeOf(expiresAt))}`,
  may: scopeWords(purposes),
});

export function whoView(me: Me): WhoView {
  if (me.acting) {
    const invitation = me.acting.patient === null ? invitationToVolunteer(me.acting) : null;
    return { helping: helpingView(me.acting), card: null, others: 0, invitation };
  }
  const missing = missingStep(me);
  const patient = defaultPatient(me);
  if (patient === null || missing === 'sign-in') {
    const { text, button } = INVITATIONS[missing ?? 'card'];
    const words = missing === 'card' ? text.replace('14', String(me.childBelowYears)) : text;
    return {
      helping: null,
      card: null,
      others: 0,
      invitation: { title: '先绑定就诊人', text: words, button, to: 'consent' },
    };
  }
  const others = patientsOf(me).length - 1;
  return { helping: null, card: patientCardView(patient), others, invitation: null };
}
