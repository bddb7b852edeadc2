import type { DangerKind, EmergencyKnowledge, RedFlagRule } from './knowledge';
import { concerns, type Findings } from './red-flag';
import { isPlainWord } from './pattern';
import { normalized } from './normalized';
import { alarmScore, tracesOf } from './traces';

/**
 * Dangers to be asked about because a text sounds like one, though no rule holds; empty where it does not. The last of them
 * is for whoever looks bad and finds none of the others.
 */
export type Hunch = (told: string, findings: Findings, asked: ReadonlySet<string>) => readonly RedFlagRule[];

/** The rule behind "none of these, but it looks bad": once it was answered, nothing is asked by hunch any more. */
export const LOOKS_BAD = 'looks-bad';

/** More rows than this nobody reads who is afraid. */
const MOST_KINDS = 4;
/** What a kind loses by a trace that it never had. */
const STRANGE = -1;
/** Traces of chance that a kind starts with: they keep rare words from deciding. */
const CHANCE = 20;

type Weights = ReadonlyMap<string, number>;

/** Prepares the kinds when a text first sounds like a danger: most never do. */
export function createHunch(knowledge: EmergencyKnowledge): Hunch {
  const rules = new Map(knowledge.rules.map((rule) => [rule.id, rule]));
  let likeness: ReadonlyMap<DangerKind, Weights> | null = null;
  return (told, findings, asked) => {
    if (asked.has(LOOKS_BAD)) return [];
    const traces = [...tracesOf(told)];
    if (alarmScore(traces, knowledge.alarm) <= 0) return [];
    likeness ??= likenessOf(knowledge);
    const open = (id: string): readonly RedFlagRule[] => {
      const rule = rules.get(id);
      return rule && !asked.has(id) && concerns(rule.who, findings) ? [rule] : [];
    };
    const near = [...likeness]
      .map(([kind, own]) => ({
        kind,
        score: traces.reduce((sum, trace) => sum + (own.get(trace) ?? STRANGE), 0),
      }))
      .sort((one, other) => other.score - one.score)
      // A yes holds for all that was asked in one line: what it means is said in the same words.
      .flatMap(({ kind: { ruleId, question } }) =>
        open(ruleId).map((rule) => ({ ...rule, title: question, question })),
      );
    return [...near.slice(0, MOST_KINDS), ...open(LOOKS_BAD)];
  };
}

/** How much each trace speaks for a kind of danger: by how much more often its signs hold it than all signs do. */
function likenessOf({ signs, rules, dangers }: EmergencyKnowledge): ReadonlyMap<DangerKind, Weights> {
  const words = new Map(signs.map((sign) => [sign.id, sign.words.map(plainly)]));
  const ruleOf = new Map(rules.map((rule) => [rule.id, rule]));
  const counts = new Map<DangerKind, Map<string, number>>();
  const everywhere = new Map<string, number>();
  for (const kind of dangers) {
    const own = new Map<string, number>();
    counts.set(kind, own);
    const main = kind.ruleIds.flatMap((id) => ruleOf.get(id)?.groups[0] ?? []);
    for (const word of [...new Set(main)].flatMap((id) => words.get(id) ?? []))
      for (const trace of tracesOf(word)) {
        own.set(trace, (own.get(trace) ?? 0) + 1);
        everywhere.set(trace, (everywhere.get(trace) ?? 0) + 1);
      }
  }
  const total = sum(everywhere);
  return new Map([...counts].map(([kind, own]) => [kind, moreThan(own, { everywhere, total })]));
}

const sum = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((all, count) => all + count, 0);

function moreThan(
  own: ReadonlyMap<string, number>,
  { everywhere, total }: { everywhere: ReadonlyMap<string, number>; total: number },
): Weights {
  const size = sum(own);
  return new Map(
    [...own].map(([trace, count]) => {
      const usual = (everywhere.get(trace) ?? 1) / total;
      const share = (count + CHANCE * usual) / (size + CHANCE);
      return [trace, Math.max(STRANGE, Math.log(share / usual))];
    }),
  );
}

/** A pattern's own words, without its classes. */
const plainly = (written: string): string =>
  isPlainWord(written)
    ? normalized(written)
    : normalized(
        written
          .split(/[+~]/)
          .filter((element) => !element.startsWith('@'))
          .join(''),
      );
