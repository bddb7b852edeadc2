import { asking, assisting, helpers } from '../identity-people';
import type { Ground, PageScenes } from '../scene';
import { pageOf } from './addresses';

const page = pageOf('identity', 'volunteer');
const address = (): string => `/${page}`;
const free = async (ground: Ground) => (await helpers(ground)).volunteer;

export const volunteer: PageScenes = {
  page,
  scenes: [
    { name: 'volunteer', user: free, address, sees: 'request-open', main: 'volunteer-scan' },
    {
      name: 'volunteer-scan-sheet',
      user: free,
      address,
      sees: 'volunteer-scan',
      then: async (phone) => {
        await phone.tap('volunteer-scan');
        await phone.sees(phone.find('help-code-scan'));
      },
      main: 'help-code-scan',
    },
    {
      name: 'volunteer-badge-sheet',
      user: free,
      address,
      sees: 'badge',
      then: async (phone) => {
        await phone.tap('badge');
        await phone.sees(phone.find('badge-digits'));
      },
      main: null,
    },
    {
      name: 'volunteer-asked',
      user: async (ground) => (await asking(ground)).volunteer,
      address,
      sees: 'volunteer-asked',
      main: 'volunteer-end',
    },
    {
      name: 'volunteer-running',
      user: async (ground) => (await assisting(ground)).volunteer,
      address,
      sees: 'volunteer-book',
      main: 'volunteer-book',
    },
  ],
};
