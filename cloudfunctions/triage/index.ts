import { serve } from '../_kernel/serve';
import { assess } from './assess';
import { getRoutes } from './get-routes';
import { listRules } from './list-rules';

export const main = serve('triage', { getRoutes, assess, listRules }, {});
