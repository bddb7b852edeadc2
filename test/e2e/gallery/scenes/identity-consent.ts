import type { PageScenes } from '../scene';
import { pageOf } from './addresses';

const page = pageOf('identity', 'consent');

export const consent: PageScenes = {
  page,
  scenes: [
    {
      name: 'consent',
      user: ({ cast }) => cast.newcomer,
      privacyOpen: true,
      address: () => `/${page}?next=bind`,
      sees: 'consent-agree',
    },
    {
      name: 'consent-unticked',
      user: ({ cast }) => cast.newcomer,
      privacyOpen: true,
      address: () => `/${page}?next=bind`,
      sees: 'consent-agree',
      then: async (phone) => {
        await phone.tap('consent-agree');
        await phone.sees(phone.find('consent-unticked'));
      },
    },
  ],
};
