import type { visit } from '@core/contract/visit';
import { accept } from '@core/domain/result';
import { sentBy } from '@core/domain/visit/gate-flag';
import type { UseCase } from '../_kernel/serve';
import { checkpoints } from '../_store/checkpoints';
import { visitPerson } from './visit-person';

/** A register is read by the page; more than this is a matter for the statistics. */
const SHOWN = 100;

/** The fever register: everybody who is kept away from the ordinary clinics now, those whose flag ends first on top. */
export const listFlagged: UseCase<typeof visit.procedures.listFlagged> = async (_input, context) => {
  const records = await checkpoints.findFlagged(context.now, SHOWN);
  const flagged = await Promise.all(
    records.map(async ({ _id: patientId, flag }) => {
      const person = await visitPerson(patientId);
      const outcome = sentBy(flag, context.now);
      if (!person || !flag || outcome === null) return [];
      context.viewed(patientId);
      const { since, until } = flag;
      return [{ patientId, maskedName: person.maskedName, outcome, since, until }];
    }),
  );
  return accept(flagged.flat());
};
