import { refuse } from '@core/domain/result';
import { barredBy } from '@core/domain/visit/gate-flag';
import type { Account } from '../_store/accounts';
import { checkpoints } from '../_store/checkpoints';
import { gateClause, visitRulesIfAny } from '../_store/visit-rules';

interface Wish {
  readonly patientId: string;
  readonly clinicId: string;
}

/**
 * Whether the gate keeps this patient away from the clinic, and where it sends them. That there is a flag stands in the
 * account, which is read anyway: nobody else's booking costs anything more.
 */
export async function flagBar({ flagged }: Account, { patientId, clinicId }: Wish, now: number) {
  const known = flagged.find((flag) => flag.patientId === patientId);
  if (!known || now >= known.until) return null;
  const [rules, checkpoint] = await Promise.all([visitRulesIfAny(now), checkpoints.findById(patientId)]);
  const flag = checkpoint?.flag ?? null;
  const outcome = rules && barredBy(flag, clinicId, rules.gate, now);
  if (!rules || !flag || !outcome) return null;
  const where = rules.destinations[outcome];
  return refuse('FLAGGED', { clause: gateClause(rules), outcome, until: flag.until, where });
}
