import { createEmergencies } from './emergencies';
import type { Knowledge, RedFlagRule, Specialty, Symptom } from './knowledge';
import { createMatcher, type Mention } from './matcher';
import { measuredTerms } from './measured-terms';
import { createNegation } from './negation';
import { normalized } from './normalized';
import { bestQuestion } from './questions';
import { rankSpecialties, type Ranked } from './ranking';
import { readSubject, subjectOf } from './read-subject';
import type { RedFlag } from './red-flag';
import { createResemblance, type Resemblance } from './resemblance';
import type { Subject } from './subject';

export interface GuideInput {
  /** The person's own words; may be empty. */
  readonly text: string;
  /** Symptoms that were tapped or answered with yes. */
  readonly present: readonly string[];
  /** Symptoms that were answered with no. */
  readonly absent: readonly string[];
  /** Red-flag rules whose question was answered with no. */
  readonly ruledOut: readonly string[];
  readonly subject: Subject;
  /** Questions asked so far, apart from the one about red flags. */
  readonly asked: number;
}

/** A symptom as it was understood; `words` is null where it was tapped. */
export interface Understood {
  readonly symptomId: string;
  readonly name: string;
  readonly words: string | null;
}

export interface Suggestion {
  readonly specialtyId: string;
  readonly name: string;
  readonly score: number;
  /** Parts of it that fit best, the best first. */
  readonly partIds: readonly string[];
  /** What speaks for it, the strongest first. */
  readonly because: readonly Understood[];
}

export type GuideAnswer =
  | {
      readonly kind: 'red-flag';
      readonly flags: readonly RedFlag[];
      readonly understood: readonly Understood[];
    }
  /** Something urgent has to be ruled out first. */
  | {
      readonly kind: 'rule-out';
      readonly rules: readonly RedFlagRule[];
      readonly understood: readonly Understood[];
    }
  | {
      readonly kind: 'question';
      readonly symptom: Pick<Symptom, 'id' | 'name'>;
      /** What it looks like so far. */
      readonly suggestions: readonly Suggestion[];
      readonly understood: readonly Understood[];
    }
  | {
      readonly kind: 'departments';
      readonly suggestions: readonly Suggestion[];
      readonly understood: readonly Understood[];
      readonly subject: Subject;
    }
  /** Nothing was understood, or it stays unsure: a person has to look. */
  | {
      readonly kind: 'person';
      readonly suggestions: readonly Suggestion[];
      readonly understood: readonly Understood[];
    };

export type Guide = (input: GuideInput) => GuideAnswer;

const MOST_SUGGESTIONS = 3;
const MOST_QUESTIONS = 2;
/** Less than this is a guess: a single weak sign. */
const ENOUGH = 3;
/** A specialty with less than this share of the first one's score is not named. */
const SHARE = 0.3;

/** The whole guide over a body of knowledge: deterministic, explained, without a clock. Prepares the words once. */
export function createGuide(knowledge: Knowledge): Guide {
  const terms = [...knowledge.signs, ...knowledge.symptoms];
  const specialties = new Map(knowledge.specialties.map((specialty) => [specialty.id, specialty]));
  let resemblance: Resemblance | null = null;
  const prepared: Prepared = {
    knowledge,
    // Most texts are understood without it.
    resembles: (text) => (resemblance ??= createResemblance(terms, specialties))(text),
    byId: new Map(terms.map((term) => [term.id, term])),
    specialties,
    emergencies: createEmergencies(knowledge),
    hears: hearsAll(knowledge),
    negation: createNegation(knowledge.negation),
  };
  return (input) => answer(prepared, input);
}

/** Signs are heard exactly as the main package hears them: no word of a symptom, however long, hides a red flag. */
function hearsAll({ signs, symptoms, classes, moreClasses }: Knowledge): Prepared['hears'] {
  const ofSigns = createMatcher(signs, classes, 'none');
  const ofAll = createMatcher([...signs, ...symptoms], [...classes, ...moreClasses], 'longest');
  const isSymptom = new Set(symptoms.map(({ id }) => id));
  return (text) => [
    ...ofSigns.mentions(text),
    ...ofAll.mentions(text).filter(({ termId }) => isSymptom.has(termId)),
  ];
}

interface Prepared {
  readonly knowledge: Knowledge;
  readonly resembles: Resemblance;
  readonly byId: ReadonlyMap<string, Symptom>;
  readonly specialties: ReadonlyMap<string, Specialty>;
  readonly emergencies: ReturnType<typeof createEmergencies>;
  readonly hears: (text: string) => readonly Mention[];
  readonly negation: ReturnType<typeof createNegation>;
}

function answer(prepared: Prepared, input: GuideInput): GuideAnswer {
  const text = normalized(input.text);
  const said = prepared.negation.affirmed(text, prepared.hears(text));
  const measured = measuredTerms(text);
  const present = new Set([...input.present, ...said.map(({ termId }) => termId), ...measured]);
  const understood = understand(present, { said, text, byId: prepared.byId });
  const { found, open } = prepared.emergencies({
    text: input.text,
    tapped: input.present,
    subject: input.subject,
    denied: input.ruledOut,
  });
  if (found.length > 0) return { kind: 'red-flag', flags: found, understood };
  if (open.length > 0) return { kind: 'rule-out', rules: open, understood };

  const subject = subjectOf(input.subject, readSubject(text));
  return route(prepared, input, { present, understood, subject });
}

interface Reading {
  readonly present: ReadonlySet<string>;
  readonly understood: readonly Understood[];
  readonly subject: Subject;
}

function route(
  prepared: Prepared,
  input: GuideInput,
  { present, understood, subject }: Reading,
): GuideAnswer {
  const { byId, specialties, knowledge } = prepared;
  const symptoms = [...present].flatMap((id) => byId.get(id) ?? []);
  const ranked = rankSpecialties(symptoms, specialties, subject);
  const evident = suggest(ranked, { specialties, understood, subject });
  const best = evident[0]?.score ?? 0;
  const suggestions = best >= ENOUGH ? evident : [...evident, ...alike(prepared, input.text, evident)];
  if (best >= ENOUGH) return { kind: 'departments', suggestions, understood, subject };
  if (input.asked < MOST_QUESTIONS && best > 0) {
    const known = new Set([...present, ...input.absent]);
    const symptom = bestQuestion([...knowledge.signs, ...knowledge.symptoms], ranked, known);
    if (symptom)
      return { kind: 'question', symptom: { id: symptom.id, name: symptom.name }, suggestions, understood };
  }
  return { kind: 'person', suggestions, understood };
}

function understand(
  present: ReadonlySet<string>,
  { said, text, byId }: { said: readonly Mention[]; text: string; byId: Prepared['byId'] },
): readonly Understood[] {
  const terms = [...present].flatMap((id) => byId.get(id) ?? []);
  // An organ alone is read back only where nothing better was said.
  const told = terms.some(({ isHint }) => !isHint) ? terms.filter(({ isHint }) => !isHint) : terms;
  return told.map(({ id, name }) => {
    const mention = said.find(({ termId }) => termId === id);
    return { symptomId: id, name, words: mention ? text.slice(mention.start, mention.end) : null };
  });
}

/** Who might be asked where hardly anything was understood. */
function alike(
  { resembles, specialties }: Prepared,
  text: string,
  evident: readonly Suggestion[],
): readonly Suggestion[] {
  const named = new Set(evident.map(({ specialtyId }) => specialtyId));
  return resembles(normalized(text))
    .filter((id) => !named.has(id))
    .slice(0, MOST_SUGGESTIONS - evident.length)
    .map((specialtyId) => ({
      specialtyId,
      name: specialties.get(specialtyId)?.name ?? specialtyId,
      score: 0,
      partIds: [],
      because: [],
    }));
}

interface Suggesting {
  readonly specialties: Prepared['specialties'];
  readonly understood: readonly Understood[];
  readonly subject: Subject;
}

/** Whole specialties only; their parts refine the choice of a clinic. */
function suggest(ranked: readonly Ranked[], { specialties, understood }: Suggesting): readonly Suggestion[] {
  const whole = ranked.filter(({ specialtyId }) => specialties.get(specialtyId)?.parentId === null);
  const least = (whole[0]?.score ?? 0) * SHARE;
  return whole
    .filter(({ score }) => score >= least)
    .slice(0, MOST_SUGGESTIONS)
    .map(({ specialtyId, score, evidence }) => ({
      specialtyId,
      name: specialties.get(specialtyId)?.name ?? specialtyId,
      score,
      partIds: ranked
        .filter((one) => specialties.get(one.specialtyId)?.parentId === specialtyId)
        .map((one) => one.specialtyId),
      because: evidence.flatMap(
        ({ symptomId }) => understood.find((one) => one.symptomId === symptomId) ?? [],
      ),
    }));
}
