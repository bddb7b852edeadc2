import type { Clause } from '@core/contract/booking';
import type { Destination } from '@core/contract/visit-views';
import type { AreaCodes } from '@core/domain/visit/area-code';
import type { FlagOutcome, GateRules } from '@core/domain/visit/gate-rules';
import type { QueueRules } from '@core/domain/visit/queue-rules';
import { hospitalPart } from './hospital-parts';

/** A waiting area with its nurse's desk, and the clinics whose patients check in there. */
export interface Area {
  readonly areaId: string;
  readonly name: string;
  readonly placeId: string;
  readonly place: string;
  readonly clinicIds: readonly string[];
}

/** The part `visit` of a hospital's folder: gate, areas and queue. */
export interface VisitRules {
  readonly gate: GateRules;
  /** What somebody is told whom the gate keeps away. */
  readonly clause: { readonly version: string; readonly text: string };
  readonly destinations: Readonly<Record<FlagOutcome, Destination>>;
  readonly queue: QueueRules;
  /** Whether the printed code of an area is enough to check in, or only the code of the day on the nurse's screen. */
  readonly areaCodes: AreaCodes;
  readonly areas: readonly Area[];
}

export class VisitRulesMissingError extends Error {
  override readonly name = 'VisitRulesMissingError';
}

const part = hospitalPart<VisitRules | null>('visit', null);

/**
 * The rules of the visit.
 * @throws VisitRulesMissingError in a hospital whose folder has none: it has no gate and no queues.
 */
export async function visitRules(now: number): Promise<VisitRules> {
  const rules = await part.current(now);
  if (!rules) throw new VisitRulesMissingError('The hospital has no rules of the visit');
  return rules;
}

/** Like `visitRules`, for those who can do without. */
export const visitRulesIfAny = (now: number): Promise<VisitRules | null> => part.current(now);

export const areaOf = (rules: VisitRules, clinicId: string): Area | null =>
  rules.areas.find(({ clinicIds }) => clinicIds.includes(clinicId)) ?? null;

/** The hospital's clause about the gate, as a refusal quotes it. */
export const gateClause = ({ clause }: VisitRules): Clause => ({ clauseId: 'gate', ...clause });
