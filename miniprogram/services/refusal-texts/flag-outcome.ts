import type { FlagOutcome } from '@core/domain/visit/gate-rules';

/** Where the gate sends somebody, in a word. */
export const OUTCOME: Readonly<Record<FlagOutcome, string>> = {
  'fever-clinic': '发热门诊',
  'children-fever-clinic': '儿童发热门诊',
  emergency: '急诊',
};
