import type { LaboratoryCatalogue } from '@core/domain/report/catalogue';
import { hospitalPart } from './hospital-parts';

/** No item is known: results then need their own range or judgement. */
const WITHOUT: LaboratoryCatalogue = { items: [], panels: [] };

/** What the hospital's laboratory measures, with what is usual. */
export const laboratory = hospitalPart<LaboratoryCatalogue>('laboratory', WITHOUT);
