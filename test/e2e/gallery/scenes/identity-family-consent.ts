import { family } from '../identity-people';
import type { PageScenes } from '../scene';
import { pageOf } from './addresses';

const page = pageOf('identity', 'family-consent');
const user = async (ground: Parameters<typeof family>[0]) => (await family(ground)).mother.user;

export const familyConsent: PageScenes = {
  page,
  scenes: [
    { name: 'family-consent-code', user, address: () => `/${page}`, sees: 'code-typed', main: 'code-scan' },
    {
      name: 'family-consent',
      user,
      address: async (ground) => `/${page}?code=${(await family(ground)).code}`,
      sees: 'consent-choose',
      main: 'consent-yes',
    },
  ],
};
