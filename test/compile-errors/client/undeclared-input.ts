// TS2353: a key that the procedure's schema does not declare.
import { api } from '../../../miniprogram/services/api';

export const answer = api.catalog.getPractitioner({ practitionerId: 'dr-lin', openid: 'another' });
