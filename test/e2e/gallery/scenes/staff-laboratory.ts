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
    {
      name: 'laboratory-item',
      user: async (ground) => (await reportPeople(ground)).desk,
      address: () => `/${page}`,
      sees: 'laboratory-row',
      then: async (phone) => {
        await phone.tap('laboratory-row');
        await phone.sees(phone.find('check-row'));
      },
      main: null,
    },
  ],
};
