import { asking, assisting, helpers } from '../identity-people';
import type { PageScenes } from '../scene';
import { pageOf } from './addresses';

const page = pageOf('identity', 'help');
const address = (): string => `/${page}`;

export const help: PageScenes = {
  page,
  scenes: [
    { name: 'help', address, sees: 'help-code', main: 'help-open' },
    {
      name: 'help-sheet',
      address,
      sees: 'help-open',
      then: async (phone) => {
        await phone.tap('help-open');
        await phone.sees(phone.find('help-send'));
      },
      main: 'help-send',
    },
    {
      name: 'help-code-sheet',
      address,
      sees: 'help-code',
      then: async (phone) => {
        await phone.tap('help-code');
        await phone.sees(phone.find('help-digits'));
      },
      main: null,
    },
    {
      name: 'help-waiting',
      user: async (ground) => (await helpers(ground)).waiting.user,
      address,
      sees: 'help-request',
      main: 'help-cancel',
    },
    {
      name: 'help-asking',
      user: async (ground) => (await asking(ground)).patient.user,
      address,
      sees: 'help-asking',
      main: 'help-yes',
    },
    {
      name: 'help-running',
      user: async (ground) => (await assisting(ground)).patient.user,
      address,
      sees: 'help-running',
      main: 'help-end',
    },
  ],
};
