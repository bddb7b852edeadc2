import type { Rule } from 'eslint';

/** Refuses where(), count() and aggregate() on a transaction's collection. */
declare const rule: Rule.RuleModule;
export default rule;
