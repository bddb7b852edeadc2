import type { PageScenes } from '../scene';
import { pageOf } from './addresses';
import { visitPeople } from './visit-people';

const page = pageOf('visit', 'queue');
const of = (appointmentId: string): string => `/${page}?appointmentId=${appointmentId}`;

export const queue: PageScenes = {
  page,
  scenes: [
    {
      name: 'queue',
      user: async (ground) => (await visitPeople(ground)).waiting.user,
      address: async (ground) => of((await visitPeople(ground)).waiting.appointmentId),
      sees: 'queue-ahead',
    },
    {
      name: 'queue-called',
      user: async (ground) => (await visitPeople(ground)).called.user,
      address: async (ground) => of((await visitPeople(ground)).called.appointmentId),
      sees: 'queue-button',
    },
  ],
};
