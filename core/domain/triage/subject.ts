export type Sex = 'female' | 'male';
export type Pregnancy = 'none' | 'pregnant' | 'postpartum';
/** newborn: first 28 days; young: under three months; infant: first year; child: under 14; teen: 14 to 17; elder: from 65. */
export type AgeStage = 'newborn' | 'young' | 'infant' | 'child' | 'teen' | 'adult' | 'elder';

/** Whom it is about, as far as is known. */
export interface Subject {
  readonly stage: AgeStage | null;
  readonly sex: Sex | null;
  readonly pregnancy: Pregnancy | null;
}

export const UNKNOWN_SUBJECT: Subject = { stage: null, sex: null, pregnancy: null };

const STAGES_BELOW: readonly (readonly [number, AgeStage])[] = [
  [1, 'newborn'],
  [3, 'young'],
  [12, 'infant'],
  [14 * 12, 'child'],
  [18 * 12, 'teen'],
  [65 * 12, 'adult'],
];

/** @param months age in full months. */
export const stageOfMonths = (months: number): AgeStage =>
  STAGES_BELOW.find(([below]) => months < below)?.[1] ?? 'elder';

/** Whom the children's departments see. */
export const isChild = (stage: AgeStage | null): boolean =>
  stage === 'newborn' || stage === 'young' || stage === 'infant' || stage === 'child';
