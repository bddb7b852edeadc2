import type { PageScenes } from '../scene';

const page = 'pages/me/index';

export const me: PageScenes = {
  page,
  scenes: [
    {
      name: 'me-nobody',
      user: ({ cast }) => cast.newcomer,
      privacyOpen: true,
      address: () => `/${page}`,
      sees: 'add-patient',
      main: null,
    },
    { name: 'me', address: () => `/${page}`, sees: 'sign-out', main: null },
    {
      name: 'delete-sheet',
      address: () => `/${page}`,
      sees: 'sign-out',
      then: async (phone) => {
        await phone.tap('delete-data');
        await phone.sees(phone.find('delete-confirm'));
      },
      main: 'delete-confirm',
    },
  ],
};
