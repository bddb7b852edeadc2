import type { PageScenes } from '../scene';
import { pageOf } from './addresses';

const page = pageOf('guide', 'parking');

export const parking: PageScenes = {
  page,
  scenes: [
    { name: 'guide-parking', address: () => `/${page}`, sees: 'parking-save' },
    {
      name: 'guide-parked',
      address: () => `/${page}`,
      sees: 'parking-save',
      then: async (phone) => {
        await phone.tap('zone-mz-b1-parking-a');
        await phone.type('spot', 'A-023');
        await phone.tap('parking-save');
        await phone.sees(phone.find('parked'));
      },
    },
  ],
};
