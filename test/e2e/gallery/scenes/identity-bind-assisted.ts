import { assisting } from '../identity-people';
import type { PageScenes } from '../scene';
import { pageOf } from './addresses';

const page = pageOf('identity', 'bind-assisted');

export const bindAssisted: PageScenes = {
  page,
  scenes: [
    {
      // The assisted patient has a card: there is nothing to bind.
      name: 'bind-assisted-nothing',
      user: async (ground) => (await assisting(ground)).volunteer,
      address: () => `/${page}`,
      sees: 'state-action',
    },
  ],
};
