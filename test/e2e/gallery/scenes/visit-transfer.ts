import type { PageScenes } from '../scene';
import { pageOf } from './addresses';
import { visitPeople } from './visit-people';

const page = pageOf('visit', 'transfer');

export const transfer: PageScenes = {
  page,
  scenes: [
    {
      name: 'transfer',
      user: async (ground) => (await visitPeople(ground)).doctor,
      address: async (ground) => `/${page}?appointmentId=${(await visitPeople(ground)).called.appointmentId}`,
      sees: 'transfer-targets',
      main: 'transfer-submit',
    },
  ],
};
