import { clinicPeople } from '../clinic-people';
import { reportPeople } from '../report-people';
import type { PageScenes } from '../scene';
import { pageOf } from './addresses';

const page = pageOf('message', 'messages');

export const messages: PageScenes = {
  page,
  scenes: [
    {
      name: 'messages',
      user: async (ground) => (await reportPeople(ground)).patient,
      address: () => `/${page}`,
      sees: 'message-row',
      main: 'message-row',
    },
    {
      name: 'messages-stopped',
      user: async (ground) => (await clinicPeople(ground)).stopped,
      address: () => `/${page}`,
      sees: 'message-choice',
      main: 'message-row',
    },
  ],
};
