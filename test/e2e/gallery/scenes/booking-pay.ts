import type { PageScenes } from '../scene';
import { pageOf } from './addresses';

const page = pageOf('booking', 'pay');

export const pay: PageScenes = {
  page,
  scenes: [
    {
      name: 'pay',
      address: ({ cast }) => `/${page}?appointmentId=${cast.held.appointmentId}`,
      sees: 'pay-submit',
    },
  ],
};
