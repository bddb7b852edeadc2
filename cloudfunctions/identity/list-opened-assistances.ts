import type { identity } from '@core/contract/identity';
import { accept } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { accounts } from '../_store/accounts';
import { assistances, type AssistanceRecord } from '../_store/assistances';
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
  const opened = records.map(async (record) => ({
    ...assistanceView(record, context.now),
    outpatientNumber: await numberOf(record),
  }));
  return accept({
    opened: await Promise.all(opened),
    offer: { purposes: assistance.purposes, minutes: assistance.minutes },
  });
};

async function numberOf({ holderAccountId, patientId }: AssistanceRecord): Promise<string | null> {
  const holder = await accounts.findById(holderAccountId);
  return holder?.bindings.find((binding) => binding.patientId === patientId)?.defaultNumber ?? null;
}
