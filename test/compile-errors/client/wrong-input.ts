// TS2322: an input that the procedure's schema does not take.
import { api } from '../../../miniprogram/services/api';

export const answer = api.catalog.getPractitioner({ practitionerId: 7 });
