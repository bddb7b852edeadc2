import type { AgeStage, Pregnancy, Sex } from './subject';

/** Something a person may say or tap: a complaint, a known illness, a wish. */
export interface Symptom {
  readonly id: string;
  /** As it is read back to the person. */
  readonly name: string;
  /** Patterns: see `pattern.ts`. */
  readonly words: readonly string[];
  /** How much it speaks for a specialty. */
  readonly points: readonly Points[];
  /** Part of the body or subject under which it can be tapped; empty where it cannot. */
  readonly area: string;
  /** Worth asking about when unsure. */
  readonly askable: boolean;
  /** Names only an organ: a hint where nothing better was said. */
  readonly isHint: boolean;
}

export interface Points {
  readonly specialtyId: string;
  readonly points: number;
}

/** Whom a rule is about; null where it does not matter. */
export interface WhoCondition {
  readonly stages: readonly AgeStage[] | null;
  readonly sex: Sex | null;
  readonly pregnancy: readonly Pregnancy[] | null;
}

/** call: 120 at once; emergency: the emergency department now. */
export type Urgency = 'call' | 'emergency';

export interface RedFlagRule {
  readonly id: string;
  /** What it may mean for the person, without naming an illness as a fact. */
  readonly title: string;
  readonly urgency: Urgency;
  readonly who: WhoCondition;
  /** All groups must be met; a group is met by any of its signs. */
  readonly groups: readonly (readonly string[])[];
  /** What to do until help comes. */
  readonly meanwhile: string;
  /** Asked where the first group is met and nothing is known of the others; empty where it is not asked. */
  readonly question: string;
  readonly kind: string;
}

export interface Specialty {
  readonly id: string;
  readonly name: string;
  /** A part of another one, for which it counts as well. */
  readonly parentId: string | null;
  /** Who takes it instead, and how fully: for children, for pregnant women. */
  readonly forChildren: readonly Points[];
  readonly forPregnant: readonly Points[];
  readonly aliases: readonly string[];
}

/** Words that mean the same in patterns, by name. */
export interface WordClass {
  readonly name: string;
  readonly members: readonly string[];
  /** A part of the body: a sensation belongs to the nearest one before it. */
  readonly isPart: boolean;
}

export interface NegationWords {
  readonly negators: readonly string[];
  /** They hold a negating character but deny nothing. */
  readonly neutral: readonly string[];
  /** Behind them something new is said. */
  readonly turns: readonly string[];
  /** They deny what stands just before them. */
  readonly after: readonly string[];
  /** They join the members of a list. */
  readonly joins: readonly string[];
  /** They may stand between a "no" and what it denies. */
  readonly light: readonly string[];
}

/** A kind of danger, as it is asked about where a text only sounds like one. */
export interface DangerKind {
  /** The rule that holds when the answer is yes. */
  readonly ruleId: string;
  readonly question: string;
  /** The rules whose words it is known by. */
  readonly ruleIds: readonly string[];
}

/** Learned from sentences: how much each trace of a text (see `traces.ts`) speaks for an emergency, above 0, or against it. */
export interface AlarmWeights {
  readonly bias: number;
  readonly weights: ReadonlyMap<string, number>;
}

/** What the phone needs to know emergencies: small enough for its main package. */
export interface EmergencyKnowledge {
  readonly signs: readonly Symptom[];
  readonly rules: readonly RedFlagRule[];
  readonly classes: readonly WordClass[];
  readonly negation: NegationWords;
  readonly dangers: readonly DangerKind[];
  readonly alarm: AlarmWeights;
}

export interface Knowledge extends EmergencyKnowledge {
  readonly symptoms: readonly Symptom[];
  /** Known to the words of symptoms only: what the signs understand is the same with and without them. */
  readonly moreClasses: readonly WordClass[];
  readonly specialties: readonly Specialty[];
}
