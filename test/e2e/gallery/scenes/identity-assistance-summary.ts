import { assisting } from '../identity-people';
import type { PageScenes } from '../scene';
import { pageOf } from './addresses';

const page = pageOf('identity', 'assistance-summary');

export const assistanceSummary: PageScenes = {
  page,
  scenes: [
    {
      name: 'assistance-summary',
      user: async (ground) => (await assisting(ground)).patient.user,
      address: async (ground) => `/${page}?assistanceId=${(await assisting(ground)).assistanceId}`,
      sees: 'summary',
      main: 'summary-visits',
    },
  ],
};
