import { RequestError } from '../../http/body';
import type { QuotaChoice } from '../../quota/profile';
import type { Quota } from '../../quota/quota';
import type { QuotaAnswer } from '../shared/quota';
import type { ControlTable } from './control-action';

/** A plan by name, by its operations per second, or with figures of its own. */
function choiceOf(choice: unknown): QuotaChoice {
  const fits =
    typeof choice === 'string' ||
    typeof choice === 'number' ||
    (typeof choice === 'object' && choice !== null && !Array.isArray(choice));
  if (!fits) throw new RequestError(400, 'choice is a name, a number of operations per second, or a plan');
  return choice as QuotaChoice;
}

/** The plan of the environment, what is used of it and what was refused. */
export function quotaControl(quota: Quota): ControlTable {
  const answer = (): QuotaAnswer => ({ ...quota.use(), plans: quota.list() });
  return {
    'GET /control/quota': answer,
    'POST /control/quota': ({ body }) => {
      quota.set(choiceOf(body['choice']));
      return answer();
    },
  };
}
