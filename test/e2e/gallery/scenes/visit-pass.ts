import type { PageScenes } from '../scene';
import { pageOf } from './addresses';
import { visitPeople } from './visit-people';

const page = pageOf('visit', 'pass');
const address = (): string => `/${page}`;

export const pass: PageScenes = {
  page,
  scenes: [
    { name: 'pass', user: async (ground) => (await visitPeople(ground)).waiting.user, address, sees: 'qr' },
    {
      name: 'pass-flagged',
      user: async (ground) => (await visitPeople(ground)).flagged.user,
      address,
      sees: 'pass-where',
    },
    {
      name: 'pass-missing',
      user: async (ground) => (await visitPeople(ground)).expected.user,
      address,
      sees: 'pass-declare',
    },
  ],
};
