import type { Clause } from '@core/contract/booking';
import type { RefundRule } from '@core/domain/billing/refund-policy';
import type { RulePack } from './catalog';

/** The hospital's words for a refund rule; where nothing was paid there is nothing to quote. */
export const refundClause = (rule: RefundRule, { clauses }: RulePack): Clause | null =>
  rule === 'UNPAID' ? null : clauses[`refund-${rule.toLowerCase() as Lowercase<typeof rule>}`];
