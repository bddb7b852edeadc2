import type { PageScenes } from '../scene';
import { pageOf } from './addresses';

const page = pageOf('guide', 'place');

export const place: PageScenes = {
  page,
  scenes: [
    { name: 'guide-place', address: () => `/${page}?placeId=mz-1f-service-center`, sees: 'place-name' },
  ],
};
