import { billingPeople } from '../billing-people';
import type { PageScenes } from '../scene';
import { pageOf } from './addresses';

const page = pageOf('billing', 'bills');

export const bills: PageScenes = {
  page,
  scenes: [
    {
      name: 'bills',
      user: async (ground) => (await billingPeople(ground)).patient,
      address: () => `/${page}`,
      sees: 'bill-due',
    },
    {
      name: 'bills-relative',
      user: async (ground) => (await billingPeople(ground)).relative,
      address: () => `/${page}`,
      sees: 'fee-due',
    },
    {
      name: 'bills-none',
      user: ({ cast }) => cast.returning,
      address: () => `/${page}`,
      sees: 'state-action',
    },
    {
      name: 'bills-nobody',
      user: ({ cast }) => cast.undecided,
      address: () => `/${page}`,
      sees: 'state-action',
    },
  ],
};
