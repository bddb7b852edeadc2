import { reportPeople } from '../report-people';
import type { PageScenes } from '../scene';
import { pageOf } from './addresses';

const page = pageOf('report', 'trend');

export const trend: PageScenes = {
  page,
  scenes: [
    {
      name: 'trend',
      user: async (ground) => (await reportPeople(ground)).patient,
      address: async (ground) => `/${page}?patientId=${(await reportPeople(ground)).patientId}&code=hgb`,
      sees: 'trend-table',
      main: null,
    },
  ],
};
