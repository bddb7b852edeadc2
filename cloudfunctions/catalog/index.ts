import { serve } from '../_kernel/serve';
import { getHome } from './get-home';
import { getPractitioner } from './get-practitioner';
import { listDepartments } from './list-departments';
import { searchPractitioners } from './search-practitioners';

export const main = serve('catalog', { getHome, listDepartments, getPractitioner, searchPractitioners }, {});
