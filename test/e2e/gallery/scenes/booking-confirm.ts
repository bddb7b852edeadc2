import type { PageScenes } from '../scene';
import { breastDay, pageOf } from './addresses';

const page = pageOf('booking', 'confirm');

const onDay = (day: string): string =>
  `/${page}?${breastDay('dr-luo-yuan', day)}&sessionId=dr-luo-yuan_${day}_am&start=09:00`;

export const confirm: PageScenes = {
  page,
  scenes: [
    { name: 'confirm', address: () => onDay('2026-03-17'), sees: 'confirm-submit' },
    {
      name: 'confirm-person',
      address: () => onDay('2026-03-17'),
      sees: 'confirm-submit',
      then: async (phone) => {
        await phone.tap('confirm-person');
        await phone.sees(phone.find('person-add'));
      },
      main: 'person-add',
    },
    {
      name: 'confirm-refused',
      address: () => onDay('2026-03-12'),
      sees: 'confirm-submit',
      then: async (phone) => {
        await phone.tap('confirm-submit');
        await phone.sees(phone.find('refusal'));
      },
    },
  ],
};
