import { api } from '../../../miniprogram/services/api';

export const answer = api.catalog.getPractitioner({ practitionerId: 'dr-lin' });
