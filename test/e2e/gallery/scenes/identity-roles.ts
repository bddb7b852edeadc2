import { helpers } from '../identity-people';
import type { PageScenes } from '../scene';
import { pageOf } from './addresses';

const page = pageOf('identity', 'roles');

export const roles: PageScenes = {
  page,
  scenes: [
    {
      name: 'roles',
      user: async (ground) => (await helpers(ground)).volunteer,
      address: () => `/${page}`,
      sees: 'held-role',
      main: 'role-redeem',
    },
  ],
};
