import { reportPeople } from '../report-people';
import type { PageScenes } from '../scene';
import { pageOf } from './addresses';

const page = pageOf('staff', 'desk');

export const desk: PageScenes = {
  page,
  scenes: [
    {
      name: 'desk',
      user: async (ground) => (await reportPeople(ground)).desk,
      address: () => `/${page}`,
      sees: 'desk-row',
      main: null,
    },
    {
      name: 'desk-not-done',
      user: async (ground) => (await reportPeople(ground)).desk,
      address: () => `/${page}`,
      sees: 'desk-row',
      then: async (phone) => {
        await phone.tap('desk-refuse');
        await phone.sees(phone.find('desk-refuse-confirm'));
      },
      main: null,
    },
  ],
};
