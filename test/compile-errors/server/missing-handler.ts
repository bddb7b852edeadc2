// TS2345: a procedure of the contract that no use case serves.
import { serve } from '../../../cloudfunctions/_kernel/serve';
import { getHome } from '../../../cloudfunctions/catalog/get-home';
import { listDepartments } from '../../../cloudfunctions/catalog/list-departments';

export const main = serve('catalog', { getHome, listDepartments }, {});
