import { billingPeople } from '../billing-people';
import type { PageScenes } from '../scene';
import { pageOf } from './addresses';

const page = pageOf('billing', 'code');

export const code: PageScenes = {
  page,
  scenes: [
    {
      name: 'code',
      user: async (ground) => (await billingPeople(ground)).payer,
      address: async (ground) => `/${page}?code=${encodeURIComponent((await billingPeople(ground)).code)}`,
      sees: 'code-total',
    },
    {
      name: 'code-altered',
      user: async (ground) => (await billingPeople(ground)).payer,
      address: () => `/${page}?code=${encodeURIComponent('BILL:torn')}`,
      sees: 'state-action',
      main: 'state-action',
    },
  ],
};
