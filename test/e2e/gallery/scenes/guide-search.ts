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
  ],
};
