import type { CallContext } from '../_kernel/call-context';
import { helpRequests, type HelpRequest } from '../_store/help-requests';
import { changeMandate, type MandateDecision } from './change-mandate';

interface Command {
  readonly procedure: string;
  readonly input: { readonly requestId: string; readonly helpRequestId: string };
}

/** One step of a help request, decided on it as it is. */
export const changeHelpRequest = <Decision extends MandateDecision<HelpRequest>>(
  { procedure, input }: Command,
  context: CallContext,
  decide: (request: HelpRequest) => Decision,
) =>
  changeMandate(
    {
      target: { collection: 'help-requests', repository: helpRequests, id: input.helpRequestId },
      command: { procedure, input },
    },
    context,
    decide,
  );
