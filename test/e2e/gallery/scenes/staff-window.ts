import { billingPeople } from '../billing-people';
import type { PageScenes, Scene } from '../scene';
import { pageOf } from './addresses';

const page = pageOf('staff', 'window');

const scene = (name: string, more: Partial<Scene> = {}): Scene => ({
  name,
  user: async (ground) => (await billingPeople(ground)).clerk,
  address: () => `/${page}`,
  sees: 'window-find',
  ...more,
});

const find: NonNullable<Scene['then']> = async (phone, ground) => {
  await phone.type('outpatientNumber', (await billingPeople(ground)).outpatientNumber);
  await phone.tap('window-find');
  await phone.sees(phone.find('window-bill'));
};

export const staffWindow: PageScenes = {
  page,
  scenes: [
    scene('window'),
    scene('window-refund-sheet', {
      then: async (phone) => {
        await phone.tap('window-todo-finish');
        await phone.sees(phone.find('window-confirm'));
      },
    }),
    scene('window-file', { then: find, main: null }),
    scene('window-cash-sheet', {
      then: async (phone, ground) => {
        await find(phone, ground);
        await phone.tap('window-cash');
        await phone.sees(phone.find('window-confirm'));
      },
    }),
  ],
};
