import type { GuideRule } from '@core/contract/triage';

/** A rule as staff read it. */
export interface RuleRow {
  readonly key: string;
  readonly name: string;
  readonly kind: string;
  /** Empty where nobody has checked it. */
  readonly source: string;
  readonly address: string;
}

export type RuleFilter = 'unreviewed' | 'red-flag' | 'all';

export interface RulesView {
  readonly summary: string;
  readonly rows: readonly RuleRow[];
  readonly more: boolean;
}

const KINDS = { 'red-flag': '红旗', sign: '要紧的表现', symptom: '症状' } as const;

const wanted: Readonly<Record<RuleFilter, (rule: GuideRule) => boolean>> = {
  unreviewed: ({ source }) => source === null,
  'red-flag': ({ kind }) => kind === 'red-flag',
  all: () => true,
};

const rowOf = ({ kind, id, name, source }: GuideRule): RuleRow => ({
  key: `${kind}-${id}`,
  name,
  kind: KINDS[kind],
  source: source?.title ?? '',
  address: source?.address ?? '',
});

/** The rules that fit the filter, `shown` of them at most, and how many were checked at all. */
export function rulesView(rules: readonly GuideRule[], filter: RuleFilter, shown: number): RulesView {
  const fitting = rules.filter(wanted[filter]);
  const open = rules.filter(({ source }) => source === null).length;
  return {
    summary: `共 ${String(rules.length)} 条，${String(rules.length - open)} 条有出处，${String(open)} 条还没有人核对`,
    rows: fitting.slice(0, shown).map(rowOf),
    more: fitting.length > shown,
  };
}
