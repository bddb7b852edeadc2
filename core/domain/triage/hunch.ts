import type { DangerKind, EmergencyKnowledge, RedFlagRule } from './knowledge';
import { concerns, type Findings } from './red-flag';
import { isPlainWord } from './pattern';
import { normalized } from './normalized';
import { alarmScore, tracesOf } from './traces';

/**
 * Dangers to be asked about because a text sounds like one, though no rule holds; empty where it does not. The last of them
 * is for whoever looks bad and finds none of the others.
 */
export type Hunch = (
  told: string,
  findings: Findings,
  /** Rules that were answered with no, and those that are asked about anyway. */
  answers: { readonly denied: ReadonlySet<string>; readonly near: readonly RedFlagRule[] },
) => readonly RedFlagRule[];

/** The rule behind "none of these, but it looks bad": once it was answered, nothing is asked by hunch any more. */
export const LOOKS_BAD = 'looks-bad';

/** What is told in less is a single complaint: the rules know those, and how it sounds says little. */
const LEAST_TOLD = 7;
/** More rows than this nobody reads who is afraid. */
const MOST_KINDS = 4;
/** What a kind loses by a trace that it never had. */
const STRANGE = -1;
/** Traces of chance that a kind starts with: they keep rare words from deciding. */
const CHANCE = 20;
/** What a sign counts that only makes the danger one. */
const COMPANION = 0.2;

/** Single characters are shared by chance. */
const IS_PAIR = /^[^|]{2}$/;

type Weights = ReadonlyMap<string, number>;

/** Prepares the kinds when a text first sounds like a danger: most never do. */
export function createHunch(knowledge: EmergencyKnowledge): Hunch {
  const rules = new Map(knowledge.rules.map((rule) => [rule.id, rule]));
  // Nobody is asked without cause whether they want to die or to hurt somebody.
  const frightening = new Set(knowledge.rules.flatMap(({ id, kind }) => (kind === 'mental' ? [id] : [])));
  let likeness: ReadonlyMap<DangerKind, Weights> | null = null;
  return (told, findings, { denied, near }) => {
    if (denied.has(LOOKS_BAD) || told.length < LEAST_TOLD) return [];
    const traces = [...tracesOf(told)];
    if (alarmScore(traces, knowledge.alarm) <= 0) return [];
    likeness ??= likenessOf(knowledge);
    const open = (id: string): readonly RedFlagRule[] => {
      const rule = rules.get(id);
      return rule && !denied.has(id) && !near.includes(rule) && concerns(rule.who, findings) ? [rule] : [];
    };
    const alike = [...likeness]
      .filter(([kind, own]) => sharedPairs(traces, own) >= (frightening.has(kind.ruleId) ? 2 : 1))
      .map(([kind, own]) => ({
        kind,
        score: traces.reduce((sum, trace) => sum + (own.get(trace) ?? STRANGE), 0),
      }))
      .sort((one, other) => other.score - one.score)
      // A yes holds for all that was asked in one line: what it means is said in the same words.
      .flatMap(({ kind: { ruleId, question } }) =>
        open(ruleId).map((rule) => ({ ...rule, title: question, question })),
      );
    return [...alike.slice(0, Math.max(0, MOST_KINDS - near.length)), ...open(LOOKS_BAD)];
  };
}

const sharedPairs = (traces: readonly string[], own: Weights): number =>
  traces.filter((trace) => IS_PAIR.test(trace) && own.has(trace)).length;

/** How much each trace speaks for a kind of danger: by how much more often its signs hold it than all signs do. */
function likenessOf({ signs, rules, dangers }: EmergencyKnowledge): ReadonlyMap<DangerKind, Weights> {
  const words = new Map(signs.map((sign) => [sign.id, sign.words.map(plainly)]));
  const ruleOf = new Map(rules.map((rule) => [rule.id, rule]));
  const counts = new Map<DangerKind, Map<string, number>>();
  const everywhere = new Map<string, number>();
  for (const kind of dangers) {
    const own = new Map<string, number>();
    counts.set(kind, own);
    for (const [id, share] of signsOf(kind, ruleOf))
      for (const word of words.get(id) ?? [])
        for (const trace of tracesOf(word)) {
          own.set(trace, (own.get(trace) ?? 0) + share);
          everywhere.set(trace, (everywhere.get(trace) ?? 0) + share);
        }
  }
  const total = sum(everywhere);
  return new Map([...counts].map(([kind, own]) => [kind, moreThan(own, { everywhere, total })]));
}

/** The signs of a kind, and how much each tells of it: the first group of a rule names the danger, the others only make it one. */
function signsOf(
  { ruleIds }: DangerKind,
  rules: ReadonlyMap<string, RedFlagRule>,
): ReadonlyMap<string, number> {
  const shares = new Map<string, number>();
  for (const [first = [], ...others] of ruleIds.map((id) => rules.get(id)?.groups ?? [])) {
    for (const id of others.flat()) if (!shares.has(id)) shares.set(id, COMPANION);
    for (const id of first) shares.set(id, 1);
  }
  return shares;
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
