import { reportPeople } from '../report-people';
import type { PageScenes } from '../scene';
import { pageOf } from './addresses';

const page = pageOf('report', 'reports');

export const reports: PageScenes = {
  page,
  scenes: [
    {
      name: 'reports',
      user: async (ground) => (await reportPeople(ground)).patient,
      address: () => `/${page}`,
      sees: 'report-row',
      main: 'report-row',
    },
    { name: 'reports-none', address: () => `/${page}`, sees: 'state-action', main: null },
  ],
};
