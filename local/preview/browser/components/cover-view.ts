import type { BuiltInComponent } from '../runtime/interfaces';
import { image } from './image';
import { anything } from './properties';
import { view } from './view';

/** Over native components on a phone; here a view like any other. */
export const coverView: BuiltInComponent = {
  ...view,
  tag: 'cover-view',
  properties: { ...view.properties, scrollTop: anything(0) },
};

/** The picture that goes with it. */
export const coverImage: BuiltInComponent = { ...image, tag: 'cover-image' };
