import type { PatientCard } from '@core/contract/identity';

/** What `yl-patient-card` draws. */
export interface PatientCardView {
  readonly patientId: string;
  readonly maskedName: string;
  readonly initial: string;
  readonly line: string;
  readonly number: string;
  readonly tag: string;
}

/** How a person is called on a card. */
export const RELATIONSHIP = {
  self: '本人',
  child: '孩子',
  relative: '家人',
  assisted: '您正在帮助',
} as const;
const GENDER = { male: '男', female: '女' } as const;

export const patientCardView = (card: PatientCard): PatientCardView => ({
  patientId: card.patientId,
  maskedName: card.maskedName,
  initial: Array.from(card.maskedName)[0] ?? '',
  line: `${RELATIONSHIP[card.relationship]} · ${GENDER[card.gender]} · ${card.ageYears} 岁`,
  number: card.outpatientNumber,
  tag: !card.mayAct ? '已到期' : card.isDefault && card.relationship !== 'assisted' ? '常用' : '',
});
