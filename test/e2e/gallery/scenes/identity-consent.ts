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
  ],
};
