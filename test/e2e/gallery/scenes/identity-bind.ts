import { fillCard } from '../../stage/steps';
import type { PageScenes } from '../scene';
import { pageOf } from './addresses';

const page = pageOf('identity', 'bind');

export const bind: PageScenes = {
  page,
  scenes: [
    { name: 'bind', user: ({ cast }) => cast.undecided, address: () => `/${page}`, sees: 'bind-submit' },
    {
      name: 'bind-faults',
      user: ({ cast }) => cast.undecided,
      address: () => `/${page}`,
      sees: 'bind-submit',
      then: async (phone) => {
        await fillCard(phone, { name: '言7', identityNumber: '990099199001010' });
        await phone.tap('bind-submit');
        await phone.sees(phone.find('error-identityNumber'));
      },
    },
  ],
};
