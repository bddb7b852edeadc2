import type { PatientCard } from '@core/contract/identity';
import { recordedInstant } from '../../../../services/dates';
import { scopeWords } from '../../../../services/scope-words';
import { patientCardView, type PatientCardView } from '../../../../services/patient-card.view';

export interface PatientView {
  readonly card: PatientCardView;
  readonly identityNumber: string;
  /** What the owner of the card lets the caller do, and until when; empty for one's own. */
  readonly consent: string;
  readonly isDefault: boolean;
  readonly hasOtherNumbers: boolean;
  readonly otherNumbers: string;
  /** What unbinding does, on the button itself. */
  readonly unbindButton: string;
}

const WHOM = { self: '自己', child: '孩子', relative: '家人', assisted: '这位患者' } as const;

function consentWords({ consent, mayAct, relationship }: PatientCard): string {
  if (relationship === 'child') return mayAct ? '' : '孩子已满周岁，请本人用自己的微信绑定。';
  if (consent === null) return '';
  const what = scopeWords(consent.scopes);
  return mayAct
    ? `家人同意您替他：${what}，到 ${recordedInstant(consent.until - 1)}`
    : `授权已到期。请家人再同意一次：${what}`;
}

export const patientView = (card: PatientCard): PatientView => ({
  card: patientCardView(card),
  identityNumber: card.maskedIdentityNumber,
  consent: consentWords(card),
  isDefault: card.isDefault,
  hasOtherNumbers: card.otherNumbers.length > 0,
  otherNumbers: `另有 ${card.otherNumbers.length} 个旧号`,
  unbindButton: `解绑${card.maskedName}，不能再替${WHOM[card.relationship]}挂号`,
});
