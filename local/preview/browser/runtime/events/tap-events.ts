import { acceptsTap } from '../built-in-registry';
import { nodeAround } from '../engine';
import { dispatch, touchAt } from './dispatch';
import type { Gesture } from './gesture';
import { duringTap } from './tap-moment';

/**
 * `tap` comes from the browser's click, so that mouse, touch, keyboard and `element.click()` all do it.
 * A drag ends in a click too and is no tap. `before` runs ahead of the handlers.
 */
export const listenToTaps = (gesture: Gesture, before: () => void): void => {
  document.addEventListener(
    'click',
    (event) => {
      const { target } = event;
      const made = event.detail > 0;
      if (!(target instanceof Element) || (made && gesture.wasDrag) || !acceptsTap(target)) return;
      const node = nodeAround(target);
      if (node === undefined) return;
      before();
      const touch = touchAt(target, event);
      const detail = { x: touch.pageX, y: touch.pageY };
      const touches = { touches: [touch], changedTouches: [touch], original: event };
      duringTap(() => dispatch(node, 'tap', detail, touches));
    },
    { capture: true },
  );
};
