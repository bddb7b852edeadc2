// TS2345: a procedure of the contract that no use case serves.
import { serve } from '../../../cloudfunctions/_kernel/serve';
import { getHome } from '../../../cloudfunctions/catalog/get-home';
import { listDepartments } from '../../../cloudfunctions/catalog/list-departments';
import { searchPractitioners } from '../../../cloudfunctions/catalog/search-practitioners';

export const main = serve('catalog', { getHome, listDepartments, searchPractitioners }, {});
