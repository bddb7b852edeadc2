import { billingPeople } from '../billing-people';
import type { PageScenes } from '../scene';
import { pageOf } from './addresses';

const page = pageOf('billing', 'receipt');

export const receipt: PageScenes = {
  page,
  scenes: [
    {
      name: 'receipt',
      user: async (ground) => (await billingPeople(ground)).payer,
      address: async (ground) => `/${page}?paymentId=${(await billingPeople(ground)).receipt}`,
      sees: 'receipt-amount',
    },
  ],
};
