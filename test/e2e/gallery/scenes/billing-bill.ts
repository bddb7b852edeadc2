import { billingPeople } from '../billing-people';
import type { PageScenes, Scene } from '../scene';
import { pageOf } from './addresses';

const page = pageOf('billing', 'bill');

const scene = (name: string, which: 'due' | 'paid' | 'lapsed', more: Partial<Scene> = {}): Scene => ({
  name,
  user: async (ground) => (await billingPeople(ground)).patient,
  address: async (ground) => `/${page}?billId=${(await billingPeople(ground))[which]}`,
  sees: 'bill-total',
  ...more,
});

export const bill: PageScenes = {
  page,
  scenes: [
    scene('bill', 'due'),
    scene('bill-lines', 'due', {
      then: async (phone) => {
        await phone.tap('bill-unfold');
        await phone.sees(phone.find('bill-line'));
      },
    }),
    scene('bill-code-sheet', 'due', {
      then: async (phone) => {
        await phone.tap('bill-code');
        await phone.sees(phone.find('bill-code-close'));
      },
      main: null,
    }),
    scene('bill-paid', 'paid', { main: null }),
    scene('bill-lapsed', 'lapsed', { main: null }),
    scene('bill-paid-lines', 'paid', {
      then: async (phone) => {
        await phone.tap('bill-unfold');
        await phone.sees(phone.find('bill-line'));
      },
      main: null,
    }),
  ],
};
