import { serve } from '../../../cloudfunctions/_kernel/serve';
import { getHome } from '../../../cloudfunctions/catalog/get-home';
import { getPractitioner } from '../../../cloudfunctions/catalog/get-practitioner';
import { listDepartments } from '../../../cloudfunctions/catalog/list-departments';
import { searchPractitioners } from '../../../cloudfunctions/catalog/search-practitioners';

export const main = serve('catalog', { getHome, listDepartments, getPractitioner, searchPractitioners }, {});
