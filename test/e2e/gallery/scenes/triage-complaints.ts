import type { PageScenes } from '../scene';
import { pageOf } from './addresses';

const page = pageOf('triage', 'complaints');

export const complaints: PageScenes = {
  page,
  scenes: [
    {
      name: 'complaints',
      address: () => `/${page}?area=child`,
      sees: 'complaints-submit',
      then: async (phone) => {
        await phone.tap('complaint-short');
        await phone.tap('complaint-feeding');
      },
    },
  ],
};
