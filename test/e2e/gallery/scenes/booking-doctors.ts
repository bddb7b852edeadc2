import type { PageScenes } from '../scene';
import { pageOf } from './addresses';

const page = pageOf('booking', 'doctors');

export const doctors: PageScenes = {
  page,
  scenes: [
    {
      name: 'doctors',
      address: () => `/${page}?clinicId=gyn-general`,
      sees: 'day-2026-03-12',
      then: (phone) => phone.sees(phone.page.locator('[data-testid^="doctor-"]')),
      main: 'day-2026-03-12',
    },
    {
      name: 'doctors-none',
      address: () => `/${page}?clinicId=obs-medical`,
      sees: 'day-2026-03-13',
      then: async (phone) => {
        await phone.tap('day-2026-03-13');
        await phone.sees('这一天没有医生出诊');
      },
    },
  ],
};
