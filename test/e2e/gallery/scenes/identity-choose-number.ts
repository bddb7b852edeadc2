import type { PageScenes } from '../scene';
import { pageOf } from './addresses';

const page = pageOf('identity', 'choose-number');

export const chooseNumber: PageScenes = {
  page,
  scenes: [
    {
      name: 'choose-number',
      user: ({ cast }) => cast.returning,
      address: ({ cast }) => `/${page}?patientId=${cast.returningPatientId}`,
      sees: 'number-save',
    },
  ],
};
