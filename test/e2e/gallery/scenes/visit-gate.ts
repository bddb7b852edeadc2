import type { PageScenes } from '../scene';
import { pageOf } from './addresses';
import { visitPeople } from './visit-people';

const page = pageOf('visit', 'gate');
const user = async (ground: Parameters<typeof visitPeople>[0]) => (await visitPeople(ground)).expected.user;

export const gate: PageScenes = {
  page,
  scenes: [
    { name: 'gate', user, address: () => `/${page}`, sees: 'question-breathless' },
    {
      name: 'gate-missing',
      user,
      address: () => `/${page}`,
      sees: 'question-breathless',
      then: async (phone) => {
        await phone.tap('gate-submit');
        await phone.sees('这一题还没选');
      },
    },
  ],
};
