import { refuse } from '@core/domain/result';
import { bars } from '@core/domain/visit/gate-flag';
import type { Account } from '../_store/accounts';
import { gateClause, visitRulesIfAny } from '../_store/visit-rules';

interface Wish {
  readonly patientId: string;
  readonly clinicId: string;
}

/**
 * Whether the gate keeps this patient away from the clinic, and where it sends them. The flag stands in the account, which is
 * read anyway: nobody else's booking costs anything more.
 */
export async function flagBar({ flagged }: Account, { patientId, clinicId }: Wish, now: number) {
  const known = flagged.find((flag) => flag.patientId === patientId);
  if (!known || now >= known.until) return null;
  const rules = await visitRulesIfAny(now);
  const { outcome, until } = known;
  if (!rules || !bars({ outcome, until, since: 0, clearedAt: null }, clinicId, rules.gate, now)) return null;
  return refuse('FLAGGED', { clause: gateClause(rules), outcome, until, where: rules.destinations[outcome] });
}
