import { LONGEST_CLINIC } from '../cast';
import type { PageScenes } from '../scene';
import { breastDay, pageOf } from './addresses';

const page = pageOf('booking', 'slots');

export const slots: PageScenes = {
  page,
  scenes: [
    {
      name: 'slots',
      address: () => `/${page}?${breastDay('dr-luo-yuan', '2026-03-12')}`,
      sees: 'slots-day',
      main: 'slots-day',
    },
    {
      name: 'slots-longest',
      address: () => `/${page}?${new URLSearchParams({ ...LONGEST_CLINIC }).toString()}`,
      sees: 'slots-day',
      main: 'slots-day',
    },
  ],
};
