import type { PageScenes } from '../scene';
import { pageOf } from './addresses';

const page = pageOf('booking', 'appointment');

export const appointment: PageScenes = {
  page,
  scenes: [
    {
      name: 'appointment',
      address: ({ cast }) => `/${page}?appointmentId=${cast.booked.appointmentId}`,
      sees: 'cancel-ask',
      main: 'queue-number',
    },
    {
      name: 'cancel-sheet',
      address: ({ cast }) => `/${page}?appointmentId=${cast.booked.appointmentId}`,
      sees: 'cancel-ask',
      then: async (phone) => {
        await phone.tap('cancel-ask');
        await phone.sees(phone.find('cancel-confirm'));
      },
      main: 'cancel-confirm',
    },
    {
      name: 'refund-done',
      address: ({ cast }) => `/${page}?appointmentId=${cast.refunded.appointmentId}`,
      sees: 'refund-state',
      main: 'refund-state',
    },
  ],
};
