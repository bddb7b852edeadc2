import type { PageScenes } from '../scene';

const page = 'pages/visits/index';

export const visits: PageScenes = {
  page,
  scenes: [
    {
      name: 'visits-nobody',
      user: ({ cast }) => cast.newcomer,
      privacyOpen: true,
      address: () => `/${page}`,
      sees: 'state-action',
    },
    { name: 'visits', address: () => `/${page}`, sees: 'visit-open' },
  ],
};
