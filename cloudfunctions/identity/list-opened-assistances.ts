import type { identity } from '@core/contract/identity';
import { accept } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { assistances } from '../_store/assistances';
import { mandateRules } from '../_store/mandate-rules';
import { assistanceView } from './assistance-view';

/** What the caller opened at the window, the latest first. */
export const listOpenedAssistances: UseCase<typeof identity.procedures.listOpenedAssistances> = async (
  _input,
  context,
) => {
  const [records, { assistance }] = await Promise.all([
    assistances.findByWindow(context.caller.accountId),
    mandateRules.current(context.now),
  ]);
  for (const { patientId } of records) if (patientId !== null) context.viewed(patientId);
  return accept({
    opened: records.map((record) => assistanceView(record, context.now)),
    offer: { purposes: assistance.purposes, minutes: assistance.minutes },
  });
};
