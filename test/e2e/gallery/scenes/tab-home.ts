import { assisting, helpers } from '../identity-people';
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
    {
      name: 'home-first-run',
      user: ({ cast }) => cast.newcomer,
      privacyOpen: true,
      address: () => `/${page}`,
      sees: 'home-start',
      then: async (phone) => {
        await phone.page.evaluate('wx.removeStorageSync("reading-mode"); getApp().onShow()');
        await phone.open(`/${page}`);
        await phone.sees(phone.find('mode-offer-take'));
        await phone.sees(phone.find('home-start'));
      },
    },
    { name: 'home', address: () => `/${page}`, sees: 'home-next' },
    {
      name: 'home-notice-sheet',
      address: () => `/${page}`,
      sees: 'home-next',
      then: async (phone) => {
        await phone.tap(phone.find('notice').first());
        await phone.still();
      },
      main: null,
    },
    {
      name: 'home-volunteer',
      user: async (ground) => (await helpers(ground)).volunteer,
      address: () => `/${page}`,
      sees: 'work-volunteer',
    },
    {
      name: 'home-helping',
      user: async (ground) => (await assisting(ground)).volunteer,
      address: () => `/${page}`,
      sees: 'home-helping',
      main: 'home-end-help',
    },
  ],
};
