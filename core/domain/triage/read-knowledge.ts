import type {
  AlarmWeights,
  DangerKind,
  NegationWords,
  Points,
  RedFlagRule,
  Specialty,
  Symptom,
  WhoCondition,
  WordClass,
} from './knowledge';
import type { AgeStage, Pregnancy, Sex } from './subject';
import { tableRows, wordsOf, type TableRow } from './table';

/** `respiratory:4 cardiology:2` */
export const pointsOf = (cell: string | undefined): readonly Points[] =>
  wordsOf(cell).map((pair) => {
    const [specialtyId = '', points = '1'] = pair.split(':');
    return { specialtyId, points: Number(points) };
  });

const symptomOf = (row: TableRow, words: readonly string[]): Symptom => {
  const area = row['area'] ?? '';
  return {
    id: row['id'] ?? '',
    name: row['name'] ?? '',
    words,
    points: pointsOf(row['points']),
    area: area === 'hint' ? '' : area.replace('*', ''),
    askable: area.endsWith('*'),
    isHint: area === 'hint',
  };
};

/** `symptoms.tsv`: id, name, words, points, area (with * where it can be asked about, `hint` for an organ), source. */
export const readSymptoms = (text: string): readonly Symptom[] =>
  tableRows(text).map((row) => symptomOf(row, wordsOf(row['words'])));

/** `signs.tsv`: id and words. What a sign is called and speaks for is in `sign-facts.tsv`, where that is at hand. */
export function readSigns(words: string, facts = ''): readonly Symptom[] {
  const factsOf = new Map(tableRows(facts).map((row) => [row['id'] ?? '', row]));
  return tableRows(words).map((row) => symptomOf(factsOf.get(row['id'] ?? '') ?? row, wordsOf(row['words'])));
}

const STAGE_GROUPS: Readonly<Record<string, readonly AgeStage[]>> = {
  newborn: ['newborn'],
  young: ['newborn', 'young'],
  child: ['newborn', 'young', 'infant', 'child'],
};

/** `newborn`, `young`, `child`, `pregnant`, `postpartum`, `female`, `male` in any mixture; empty for everyone. */
function whoOf(cell: string | undefined): WhoCondition {
  const words = wordsOf(cell);
  const stages = words.flatMap((word) => STAGE_GROUPS[word] ?? []);
  const sex = words.find((word): word is Sex => word === 'female' || word === 'male') ?? null;
  const pregnancy = words.filter((word): word is Pregnancy => word === 'pregnant' || word === 'postpartum');
  return {
    stages: stages.length > 0 ? stages : null,
    sex,
    pregnancy: pregnancy.length > 0 ? pregnancy : null,
  };
}

/** `red-flags.tsv`: groups are joined by &, the signs of a group by |. */
export const readRedFlags = (text: string): readonly RedFlagRule[] =>
  tableRows(text).map((row) => ({
    id: row['id'] ?? '',
    title: row['title'] ?? '',
    urgency: row['urgency'] === 'call' ? 'call' : 'emergency',
    who: whoOf(row['who']),
    groups: groupsOf(row),
    meanwhile: row['meanwhile'] ?? '',
    question: row['question'] ?? '',
    kind: row['kind'] ?? '',
  }));

const groupsOf = (row: TableRow): readonly (readonly string[])[] =>
  (row['when'] ?? '').split('&').map((group) => group.trim().split('|'));

export const readSpecialties = (text: string): readonly Specialty[] =>
  tableRows(text).map((row) => ({
    id: row['id'] ?? '',
    name: row['name'] ?? '',
    parentId: row['parent'] === '' ? null : (row['parent'] ?? null),
    forChildren: pointsOf(row['forChildren']),
    forPregnant: pointsOf(row['forPregnant']),
    aliases: wordsOf(row['aliases']),
  }));

export const readClasses = (text: string): readonly WordClass[] =>
  tableRows(text).map((row) => ({
    name: row['name'] ?? '',
    members: wordsOf(row['members']),
    isPart: row['part'] === 'yes',
  }));

export function readNegation(text: string): NegationWords {
  const kinds = new Map(tableRows(text).map((row) => [row['kind'] ?? '', wordsOf(row['words'])]));
  const of = (kind: string): readonly string[] => kinds.get(kind) ?? [];
  return {
    negators: of('negators'),
    neutral: of('neutral'),
    turns: of('turns'),
    after: of('after'),
    joins: of('joins'),
    light: of('light'),
  };
}

/** `dangers.tsv`: the rule that a yes stands for, the question, the rules whose words it is known by. */
export const readDangers = (text: string): readonly DangerKind[] =>
  tableRows(text).map((row) => ({
    ruleId: row['id'] ?? '',
    question: row['question'] ?? '',
    ruleIds: wordsOf(row['rules']),
  }));

/** `alarm-weights.tsv`: a weight in hundredths and the traces that have it; the row of `bias` has none. */
export function readAlarmWeights(text: string): AlarmWeights {
  const weights = new Map<string, number>();
  let bias = 0;
  for (const { weight = '', traces } of tableRows(text)) {
    if (weight === 'bias') bias = Number(traces) / 100;
    else for (const trace of wordsOf(traces)) weights.set(trace, Number(weight) / 100);
  }
  return { bias, weights };
}
