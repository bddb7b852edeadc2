import type { billing } from '@core/contract/billing';
import { MINUTE_MS } from '@core/domain/calendar-day';
import { accept, refuse } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { attempts } from '../_store/attempts';
import { numberAsStored, patientByNumber } from '../_store/numbered-patients';
import { windowPatient } from './window-file';

/** Numbers are read from a card: who misses so often is trying them out. */
const MISSES = { maximum: 20, windowMs: 60 * MINUTE_MS };

/** The person behind an outpatient number. Only numbers that nobody has are counted. */
export const findAtWindow: UseCase<typeof billing.procedures.findAtWindow> = async (input, context) => {
  const subject = `window:${context.caller.accountId}`;
  const limited = await attempts.take(subject, MISSES, context.now);
  if (limited) return refuse('TOO_MANY_ATTEMPTS', limited);
  const patient = await patientByNumber(input.outpatientNumber);
  if (!patient) return refuse('NUMBER_UNKNOWN', null);
  await attempts.giveBack(subject);
  context.viewed(patient._id);
  return accept(windowPatient(patient, context.now, numberAsStored(input.outpatientNumber)));
};
