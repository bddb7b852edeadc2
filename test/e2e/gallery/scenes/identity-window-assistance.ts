import { helpers } from '../identity-people';
import type { PageScenes } from '../scene';
import { pageOf } from './addresses';

const page = pageOf('identity', 'window-assistance');

export const windowAssistance: PageScenes = {
  page,
  scenes: [
    {
      name: 'window-assistance',
      user: async (ground) => (await helpers(ground)).window,
      address: () => `/${page}`,
      sees: 'window-assistance',
      main: 'window-open',
    },
  ],
};
