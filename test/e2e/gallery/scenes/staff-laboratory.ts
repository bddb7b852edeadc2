import { reportPeople } from '../report-people';
import type { PageScenes } from '../scene';
import { pageOf } from './addresses';

const page = pageOf('staff', 'laboratory');

export const laboratory: PageScenes = {
  page,
  scenes: [
    {
      name: 'laboratory',
      user: async (ground) => (await reportPeople(ground)).desk,
      address: () => `/${page}`,
      sees: 'laboratory-row',
      main: null,
    },
  ],
};
