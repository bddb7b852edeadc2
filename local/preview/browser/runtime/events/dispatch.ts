import { glassEasel, type EngineNode } from '../engine';

/** One finger, in CSS px: client and page coordinates start below the navigation bar, as in WeChat. */
export interface Touch {
  identifier: number;
  clientX: number;
  clientY: number;
  pageX: number;
  pageY: number;
}

/** A point of the screen seen from the page that holds `element`. */
export const touchAt = (
  element: Element,
  at: { clientX: number; clientY: number },
  identifier = 0,
): Touch => {
  const view = element.closest('.page-view');
  const { left, top } = view?.getBoundingClientRect() ?? { left: 0, top: 0 };
  const clientX = at.clientX - left;
  const clientY = at.clientY - top;
  const scrolled = view?.querySelector('.page-scroller')?.scrollTop ?? 0;
  return { identifier, clientX, clientY, pageX: clientX, pageY: clientY + scrolled };
};

/** What travels with an event beside its detail. */
export interface EventExtras {
  touches?: Touch[];
  changedTouches?: Touch[];
  original: Event;
}

/** Sends a WXML event through capture and bubble; true where a handler asked to prevent the default. */
export const dispatch = (
  node: EngineNode,
  type: string,
  detail: unknown,
  { touches = [], changedTouches = [], original }: EventExtras,
): boolean => {
  const event = new glassEasel.Event(type, detail, {
    originalEvent: original,
    bubbles: true,
    composed: true,
    capturePhase: true,
    extraFields: { touches, changedTouches },
  });
  glassEasel.Event.dispatchEvent(node, event);
  return event.defaultPrevented();
};
