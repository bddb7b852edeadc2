import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { AlarmWeights } from '../core/domain/triage/knowledge';
import { createHearing } from '../core/domain/triage/hearing';
import { normalized } from '../core/domain/triage/normalized';
import { isPlainWord } from '../core/domain/triage/pattern';
import { alarmScore, tracesOf } from '../core/domain/triage/traces';
import { readCases } from '../bench/triage/cases';
import { learnWeights, trimmed, type Example } from './triage/learn-weights';
import { readTriageKnowledge } from './triage/read-triage-knowledge';

const SENTENCES = 'bench/triage';
const TABLE = 'core/domain/triage/knowledge/alarm-weights.tsv';
/** What a phone can carry in its first package. */
const MOST_TRACES = 2500;
/** A word of the tables is one way to say it, not a whole sentence; a complaint is often told in no more than one. */
const SIGN_COUNTS = 0.1;
const COMPLAINT_COUNTS = 0.3;
/** Of the sentences that are no emergency, so many may be asked about. */
const MAY_BE_ASKED = 0.08;

const knowledge = readTriageKnowledge();
const hears = createHearing(knowledge);

const sentences = readdirSync(SENTENCES)
  .filter((file) => /^(?:development|training)/.test(file))
  .map((file) =>
    readCases(path.join(SENTENCES, file)).map(({ text, isRedFlag }) => ({
      file,
      traces: tracesOf(hears(text).told),
      isAlarm: isRedFlag === true,
      counts: 1,
    })),
  );

/** Words of signs that are an emergency by themselves, and of complaints that are none. */
function words(): readonly Example[] {
  const urgent = new Set(
    knowledge.rules.flatMap(({ groups }) => (groups.length === 1 ? (groups[0] ?? []) : [])),
  );
  const of = (terms: typeof knowledge.signs, isAlarm: boolean): readonly Example[] =>
    terms
      .flatMap((term) => term.words.filter(isPlainWord))
      .map((word) => ({
        traces: tracesOf(normalized(word)),
        isAlarm,
        counts: isAlarm ? SIGN_COUNTS : COMPLAINT_COUNTS,
      }));
  return [
    ...of(
      knowledge.signs.filter(({ id }) => urgent.has(id)),
      true,
    ),
    ...of(knowledge.symptoms, false),
  ];
}

const known = words();
const learnFrom = (examples: readonly Example[]): AlarmWeights =>
  trimmed(learnWeights([...examples, ...known]), MOST_TRACES);

const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((one, other) => one - other)[Math.floor(share * values.length)] ?? 0;

// Each set is judged by what was learned from the others: only that says how it does on sentences it has not seen.
const judged = sentences.flatMap((set, index) => {
  const others = learnFrom(sentences.flatMap((one, at) => (at === index ? [] : one)));
  return set.map((sentence) => ({
    ...sentence,
    score: alarmScore([...sentence.traces], { ...others, bias: 0 }),
  }));
});
const limit = quantile(
  judged.flatMap(({ isAlarm, score }) => (isAlarm ? [] : [score])),
  1 - MAY_BE_ASKED,
);
for (const set of sentences) {
  const file = set[0]?.file ?? '';
  const share = (isAlarm: boolean): string => {
    const own = judged.filter((one) => one.file === file && one.isAlarm === isAlarm);
    return `${((own.filter(({ score }) => score > limit).length / own.length) * 100).toFixed(0)} %`;
  };
  console.log(`${file}: ${share(true)} of the emergencies sound urgent, ${share(false)} of the others`);
}

const { weights } = learnFrom(sentences.flat());
const byWeight = new Map<number, string[]>();
for (const [trace, weight] of weights) byWeight.set(weight, [...(byWeight.get(weight) ?? []), trace]);
const [note = '', header = ''] = readFileSync(TABLE, 'utf8').split('\n');
const inHundredths = (value: number): string => String(Math.round(value * 100));
const rows = [...byWeight]
  .sort(([one], [other]) => other - one)
  .map(([weight, traces]) => `${inHundredths(weight)}\t${traces.sort().join(' ')}`);
writeFileSync(TABLE, [note, header, `bias\t${inHundredths(-limit)}`, ...rows, ''].join('\n'));
