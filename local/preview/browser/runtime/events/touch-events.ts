import type { Gesture } from './gesture';

/** Mouse events that a browser makes up after a touch come within this many milliseconds. */
const ghostMouse = 800;

/** Sends touches, and a mouse held down as if it were one finger, to the page's elements. */
export const listenToTouches = (gesture: Gesture): void => {
  let lastTouch = -Infinity;
  let mouseDown = false;
  const onTouch = (type: keyof HTMLElementEventMap, handle: (event: TouchEvent) => boolean): void =>
    document.addEventListener(
      type,
      (event) => {
        lastTouch = event.timeStamp;
        if (handle(event as TouchEvent) && event.cancelable) event.preventDefault();
      },
      { capture: true, passive: false },
    );
  onTouch('touchstart', (event) => gesture.begin(event.target, [...event.changedTouches], event));
  onTouch('touchmove', (event) => gesture.move([...event.changedTouches], event));
  onTouch('touchend', (event) => gesture.end([...event.changedTouches], event));
  onTouch('touchcancel', (event) => gesture.end([...event.changedTouches], event, 'touchcancel'));

  const onMouse = (type: 'mousedown' | 'mousemove' | 'mouseup', handle: (event: MouseEvent) => void): void =>
    document.addEventListener(
      type,
      (event) => {
        if (event.button === 0 && event.timeStamp - lastTouch > ghostMouse) handle(event);
      },
      { capture: true },
    );
  onMouse('mousedown', (event) => {
    mouseDown = true;
    gesture.begin(event.target, [event], event);
  });
  onMouse('mousemove', (event) => {
    if (mouseDown) gesture.move([event], event);
  });
  onMouse('mouseup', (event) => {
    if (mouseDown) gesture.end([event], event);
    mouseDown = false;
  });
};
