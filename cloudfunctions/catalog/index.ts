import { serve } from '../_kernel/serve';
import { getHome } from './get-home';
import { getPractitioner } from './get-practitioner';
import { listDepartments } from './list-departments';

export const main = serve('catalog', { getHome, listDepartments, getPractitioner }, {});
