import type { CallContext } from '../_kernel/call-context';
import { assistances, type AssistanceRecord } from '../_store/assistances';
import { changeMandate, type MandateDecision } from './change-mandate';

interface Command {
  readonly procedure: string;
  readonly input: { readonly requestId: string; readonly assistanceId: string };
}

/** One step of an assistance, decided on it as it is. */
export const changeAssistance = <Decision extends MandateDecision<AssistanceRecord>>(
  { procedure, input }: Command,
  context: CallContext,
  decide: (record: AssistanceRecord) => Decision,
) =>
  changeMandate(
    {
      target: { collection: 'assistances', repository: assistances, id: input.assistanceId },
      command: { procedure, input },
    },
    context,
    decide,
  );
