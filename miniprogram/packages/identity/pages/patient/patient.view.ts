import type { PatientCard } from '@core/contract/identity';
import { patientCardView, type PatientCardView } from '../../../../services/patient-card.view';

export interface PatientView {
  readonly card: PatientCardView;
  readonly identityNumber: string;
  readonly isDefault: boolean;
  readonly hasOtherNumbers: boolean;
  readonly otherNumbers: string;
  /** What unbinding does, on the button itself. */
  readonly unbindButton: string;
}

const WHOM = { self: '自己', child: '孩子', relative: '家人', assisted: '这位患者' } as const;

export const patientView = (card: PatientCard): PatientView => ({
  card: patientCardView(card),
  identityNumber: card.maskedIdentityNumber,
  isDefault: card.isDefault,
  hasOtherNumbers: card.otherNumbers.length > 0,
  otherNumbers: `另有 ${card.otherNumbers.length} 个旧号`,
  unbindButton: `解绑${card.maskedName}，不能再替${WHOM[card.relationship]}挂号`,
});
