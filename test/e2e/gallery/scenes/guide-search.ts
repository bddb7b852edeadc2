import type { PageScenes } from '../scene';
import { pageOf } from './addresses';

const page = pageOf('guide', 'search');

export const search: PageScenes = {
  page,
  scenes: [
    { name: 'guide-search', address: () => `/${page}`, sees: 'place-search' },
    {
      name: 'guide-found',
      address: () => `/${page}`,
      sees: 'place-search',
      then: (phone) => phone.tap('everyday-0'),
      main: 'found-mz-1f-toilet-west',
    },
    {
      name: 'guide-guess',
      address: () => `/${page}`,
      sees: 'place-search',
      then: async (phone) => {
        await phone.page.locator('input').filter({ visible: true }).first().fill('门诊要房');
        await phone.sees(phone.find('guess'));
      },
      main: 'found-mz-1f-pharmacy',
    },
  ],
};
