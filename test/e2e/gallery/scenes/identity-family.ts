import { family as people } from '../identity-people';
import type { PageScenes, Scene } from '../scene';
import { pageOf } from './addresses';

const page = pageOf('identity', 'family');

const given: Scene = {
  name: 'family',
  user: async (ground) => (await people(ground)).mother.user,
  address: () => `/${page}`,
  sees: 'given',
  main: 'family-ask',
};

export const family: PageScenes = {
  page,
  scenes: [
    given,
    {
      ...given,
      name: 'family-received',
      user: async (ground) => (await people(ground)).daughter.user,
      sees: 'received',
    },
    {
      ...given,
      name: 'family-end-sheet',
      then: async (phone) => {
        await phone.tap('revoke');
        await phone.sees(phone.find('end-confirm'));
      },
      main: 'end-confirm',
    },
  ],
};
