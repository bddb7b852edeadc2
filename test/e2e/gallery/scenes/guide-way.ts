import type { PageScenes } from '../scene';
import { pageOf } from './addresses';

const page = pageOf('guide', 'way');

export const way: PageScenes = {
  page,
  scenes: [
    { name: 'guide-way', address: () => `/${page}?to=mz-2f-a-207&from=gate-south`, sees: 'way-step' },
    { name: 'guide-way-start', address: () => `/${page}?to=mz-1f-service-center`, sees: 'start-question' },
    {
      name: 'guide-way-lost',
      address: () => `/${page}?to=mz-1f-service-center`,
      sees: 'start-question',
      then: async (phone) => {
        await phone.tap('start-lost');
        await phone.tap('start-mz');
        await phone.tap('start-mz-1f');
      },
      main: 'start-mz-1f-lift-1',
    },
    {
      name: 'guide-way-turns',
      address: () => `/${page}?to=ek-3f-c-321&from=mz-b1-parking-a`,
      sees: 'way-step',
      then: async (phone) => {
        for (let step = 0; step < 4; step += 1) await phone.tap('step-next');
      },
    },
    { name: 'guide-way-nowhere', address: () => `/${page}?place=x`, sees: 'state-refused', main: null },
  ],
};
