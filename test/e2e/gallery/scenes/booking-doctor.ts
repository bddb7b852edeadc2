import type { PageScenes } from '../scene';
import { pageOf } from './addresses';

const page = pageOf('booking', 'doctor');
const address = () => `/${page}?practitionerId=dr-su-wanning`;

export const doctor: PageScenes = {
  page,
  scenes: [
    { name: 'doctor', address, sees: 'doctor-profile', main: 'doctor-profile' },
    {
      name: 'doctor-code',
      address,
      sees: 'doctor-profile',
      then: async (phone) => {
        await phone.tap('doctor-code');
        await phone.sees(phone.find('doctor-code-sheet'));
      },
      main: null,
    },
  ],
};
