import type { PageScenes } from '../scene';
import { pageOf } from './addresses';
import { visitPeople } from './visit-people';

const page = pageOf('visit', 'tasks');
const address = (): string => `/${page}`;

export const tasks: PageScenes = {
  page,
  scenes: [
    {
      name: 'tasks',
      user: async (ground) => (await visitPeople(ground)).expected.user,
      address,
      sees: 'task-first',
    },
    {
      name: 'tasks-flagged',
      user: async (ground) => (await visitPeople(ground)).flagged.user,
      address,
      sees: 'task-first',
    },
  ],
};
