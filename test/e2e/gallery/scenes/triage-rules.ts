import { helpers } from '../identity-people';
import type { PageScenes } from '../scene';
import { pageOf } from './addresses';

const page = pageOf('triage', 'rules');

export const triageRules: PageScenes = {
  page,
  scenes: [
    {
      name: 'triage-rules',
      user: async (ground) => (await helpers(ground)).administrator,
      address: () => `/${page}`,
      sees: 'rules-summary',
      then: (phone) => phone.tap('filter-red-flag'),
      main: null,
    },
  ],
};
