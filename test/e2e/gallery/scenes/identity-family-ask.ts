import { family } from '../identity-people';
import type { PageScenes } from '../scene';
import { pageOf } from './addresses';

const page = pageOf('identity', 'family-ask');

export const familyAsk: PageScenes = {
  page,
  scenes: [
    {
      name: 'family-ask',
      user: async (ground) => (await family(ground)).daughter.user,
      address: () => `/${page}`,
      sees: 'family-code',
      main: 'family-share',
    },
  ],
};
