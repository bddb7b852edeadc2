import { nodeAround } from '../engine';
import { dispatch } from './dispatch';

const types = ['transitionend', 'animationstart', 'animationiteration', 'animationend'] as const;

/** Passes the browser's transition and animation events on under the same names. */
export const listenToAnimations = (): void => {
  for (const type of types) {
    document.addEventListener(
      type,
      (event) => {
        const node = nodeAround(event.target);
        if (node !== undefined) dispatch(node, type, {}, { original: event });
      },
      { capture: true },
    );
  }
};
