import type { BuiltInComponent } from '../runtime/interfaces';
import { pressProperties, showPress } from './press';

/** A box. WeChat waits 50 ms before showing a press and keeps it for 400 ms. */
export const view: BuiltInComponent = {
  tag: 'view',
  properties: pressProperties('none', 50, 400),
  create(node) {
    const stop = showPress(node, '');
    return { detached: stop };
  },
};
