import type { Points, Specialty, Symptom } from './knowledge';
import { isChild, type Subject } from './subject';

/** What speaks for a specialty. */
export interface Evidence {
  readonly symptomId: string;
  readonly points: number;
}

export interface Ranked {
  readonly specialtyId: string;
  readonly score: number;
  /** The strongest first. */
  readonly evidence: readonly Evidence[];
}

interface Tally {
  score: number;
  readonly evidence: Map<string, number>;
}

/** What a hint counts beside something better. */
const HINT = 0.3;

/** Specialties by what speaks for them; equal ones in the order of the table. */
export function rankSpecialties(
  symptoms: readonly Symptom[],
  specialties: ReadonlyMap<string, Specialty>,
  subject: Subject,
): readonly Ranked[] {
  const tallies = new Map<string, Tally>();
  const onlyHints = symptoms.every(({ isHint }) => isHint);
  for (const symptom of symptoms)
    for (const [specialtyId, full] of pointsFor(symptom, specialties, subject)) {
      const points = symptom.isHint && !onlyHints ? full * HINT : full;
      const tally = tallies.get(specialtyId) ?? { score: 0, evidence: new Map<string, number>() };
      tally.score += points;
      tally.evidence.set(symptom.id, (tally.evidence.get(symptom.id) ?? 0) + points);
      tallies.set(specialtyId, tally);
    }
  const order = [...specialties.keys()];
  return [...tallies]
    .map(([specialtyId, { score, evidence }]) => ({
      specialtyId,
      score,
      evidence: [...evidence]
        .map(([symptomId, points]) => ({ symptomId, points }))
        .sort((one, other) => other.points - one.points),
    }))
    .sort(
      (one, other) =>
        other.score - one.score || order.indexOf(one.specialtyId) - order.indexOf(other.specialtyId),
    );
}

/** A symptom's points after the person is taken into account; a part counts for the whole as well. */
function pointsFor(
  symptom: Symptom,
  specialties: ReadonlyMap<string, Specialty>,
  subject: Subject,
): ReadonlyMap<string, number> {
  const sum = new Map<string, number>();
  const highest = (specialtyId: string, points: number): void => {
    sum.set(specialtyId, Math.max(sum.get(specialtyId) ?? 0, points));
    const parent = specialties.get(specialtyId)?.parentId ?? null;
    if (parent !== null) highest(parent, points);
  };
  for (const { specialtyId, points } of symptom.points)
    for (const share of sharesOf(specialties.get(specialtyId), specialtyId, subject))
      highest(share.specialtyId, points * share.points);
  return sum;
}

function sharesOf(specialty: Specialty | undefined, id: string, subject: Subject): readonly Points[] {
  const own = [{ specialtyId: id, points: 1 }];
  if (specialty === undefined) return own;
  if (isChild(subject.stage) && specialty.forChildren.length > 0) return specialty.forChildren;
  const expecting = subject.pregnancy === 'pregnant' || subject.pregnancy === 'postpartum';
  return expecting && specialty.forPregnant.length > 0 ? specialty.forPregnant : own;
}
