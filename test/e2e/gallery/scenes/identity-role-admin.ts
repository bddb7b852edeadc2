import { helpers } from '../identity-people';
import type { Ground, PageScenes } from '../scene';
import { pageOf } from './addresses';

const page = pageOf('identity', 'role-admin');
const user = async (ground: Ground) => (await helpers(ground)).administrator;
const address = (): string => `/${page}`;

export const roleAdmin: PageScenes = {
  page,
  scenes: [
    { name: 'role-admin', user, address, sees: 'role-line', main: 'role-issue-open' },
    {
      name: 'role-issue-sheet',
      user,
      address,
      sees: 'role-issue-open',
      then: async (phone) => {
        await phone.tap('role-issue-open');
        await phone.sees(phone.find('role-issue'));
      },
      main: 'role-issue',
    },
  ],
};
