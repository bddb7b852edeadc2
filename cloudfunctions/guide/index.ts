import { serve } from '../_kernel/serve';
import { getBuilding } from './get-building';
import { getPlan } from './get-plan';

export const main = serve('guide', { getPlan, getBuilding }, {});
