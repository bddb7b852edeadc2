import type { SpecialtyRoute } from '@core/domain/triage/offers';
import { hospitalPart } from './hospital-parts';

/** Which of the hospital's clinics sees what; a hospital without the part sends nobody anywhere. */
export const triageRoutes = hospitalPart<readonly SpecialtyRoute[]>('triage-routes', []);
