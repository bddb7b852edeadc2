import type { PageScenes } from '../scene';
import { pageOf } from './addresses';
import { visitPeople } from './visit-people';

const page = pageOf('visit', 'check-in');

export const checkIn: PageScenes = {
  page,
  scenes: [
    {
      name: 'check-in',
      user: async (ground) => (await visitPeople(ground)).expected.user,
      address: () => `/${page}`,
      sees: 'check-in-where',
    },
    {
      name: 'check-in-refused',
      user: async (ground) => (await visitPeople(ground)).flagged.user,
      address: () => `/${page}?areaId=mz-3f-a`,
      sees: 'refusal',
    },
  ],
};
