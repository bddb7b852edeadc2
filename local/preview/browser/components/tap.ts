import type { Element as WxElement } from 'glass-easel';
import type { BuiltInNode } from '../runtime/interfaces';

/** The component element that belongs to a DOM element. */
export const wxElementOf = (element: Element): WxElement | undefined =>
  (element as { __wxElement?: WxElement }).__wxElement;

/**
 * Runs when a tap arrives at the component. A tap, not a click: one that the page stopped with
 * `catchtap` further inside does not arrive, and neither does the end of a drag. `run` gets the DOM
 * element that was hit.
 */
export function onTap(node: BuiltInNode, run: (target: Element | null) => void): void {
  wxElementOf(node.element)?.addListener('tap', (event) => {
    const origin = event.getOriginalEvent() as { target?: unknown } | undefined;
    run(origin?.target instanceof Element ? origin.target : null);
  });
}

/** Lets Enter and Space do what a finger does, for a component that is not a native control. */
export function tapByKeyboard(element: HTMLElement): void {
  element.addEventListener('keydown', (event) => {
    if (event.target !== element || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    element.click();
  });
}
