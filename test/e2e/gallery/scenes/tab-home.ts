import type { PageScenes } from '../scene';

const page = 'pages/home/index';

export const home: PageScenes = {
  page,
  scenes: [
    {
      name: 'home-new',
      user: ({ cast }) => cast.newcomer,
      privacyOpen: true,
      address: () => `/${page}`,
      sees: 'home-start',
      then: (phone) => phone.sees('听泉院区'),
    },
    { name: 'home', address: () => `/${page}`, sees: 'home-next' },
  ],
};
