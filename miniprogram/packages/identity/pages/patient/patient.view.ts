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

export const patientView = (card: PatientCard): PatientView => ({
  card: patientCardView(card),
  identityNumber: card.maskedIdentityNumber,
  isDefault: card.isDefault,
  hasOtherNumbers: card.otherNumbers.length > 0,
  otherNumbers: `另有 ${card.otherNumbers.length} 个旧号`,
  unbindButton: `解绑${card.maskedName}，不能再替${card.relationship === 'self' ? '自己' : '孩子'}挂号`,
});
