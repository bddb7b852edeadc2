import type { BuiltInComponent } from '../runtime/interfaces';
import { playAnimation } from './play-animation';
import { pressProperties, showPress } from './press';
import { anything } from './properties';

/** A box. WeChat waits 50 ms before showing a press and keeps it for 400 ms. */
export const view: BuiltInComponent = {
  tag: 'view',
  properties: { ...pressProperties('none', 50, 400), animation: anything() },
  create(node) {
    const stop = showPress(node, '');
    return {
      changed(name, value) {
        if (name === 'animation' && value) playAnimation(node.element, value);
      },
      detached: stop,
    };
  },
};
