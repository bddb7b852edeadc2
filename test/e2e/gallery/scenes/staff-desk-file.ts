import { reportPeople } from '../report-people';
import type { PageScenes } from '../scene';
import { pageOf } from './addresses';

const page = pageOf('staff', 'desk-file');

export const deskFile: PageScenes = {
  page,
  scenes: [
    {
      name: 'desk-file',
      user: async (ground) => (await reportPeople(ground)).desk,
      address: () => `/${page}?desk=laboratory`,
      sees: 'area-file',
    },
  ],
};
