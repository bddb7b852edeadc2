import type { PageScenes } from '../scene';
import { pageOf } from './addresses';

const page = pageOf('booking', 'result');

export const result: PageScenes = {
  page,
  scenes: [
    {
      name: 'result',
      address: ({ cast }) => `/${page}?appointmentId=${cast.booked.appointmentId}`,
      sees: 'queue-number',
      main: 'queue-number',
    },
  ],
};
