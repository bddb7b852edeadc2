import type { BuiltInNode, BuiltInProperty } from '../runtime/interfaces';
import { flag, flagOf, number, numberOf, text, textOf } from './properties';

/** glass-easel's class segment for passing styles; its enum exists in declarations only. */
const temporarySegment = 3;

interface ClassCarrier {
  setNodeClass(names: string, segment: number): void;
}

const carrierOf = (element: Element): ClassCarrier | undefined =>
  (element as { __wxElement?: ClassCarrier }).__wxElement;
const claimed = new WeakSet<Event>();

/** The four properties that make an element answer a press, with WeChat's own times per component. */
export const pressProperties = (
  hoverClass: string,
  start: number,
  stay: number,
): Record<string, BuiltInProperty> => ({
  hoverClass: text(hoverClass),
  hoverStopPropagation: flag(),
  hoverStartTime: number(start),
  hoverStayTime: number(stay),
});

/** Shows `hover-class` while the element is pressed. `builtInClass` is styled by the base sheet. */
export function showPress(
  node: BuiltInNode,
  builtInClass: string,
  accepts: () => boolean = () => true,
): () => void {
  const { element } = node;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = (pressed: boolean): void => {
    const name = textOf(node, 'hoverClass');
    if (name === builtInClass) element.classList.toggle(`wx-${builtInClass}`, pressed);
    else carrierOf(element)?.setNodeClass(pressed ? name : '', temporarySegment);
  };
  const later = (pressed: boolean, wait: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => show(pressed), wait);
  };
  const release = (): void => {
    removeEventListener('pointerup', release, true);
    removeEventListener('pointercancel', release, true);
    later(false, numberOf(node, 'hoverStayTime'));
  };
  const press = (event: Event): void => {
    const name = textOf(node, 'hoverClass');
    if (claimed.has(event) || name === '' || name === 'none' || !accepts()) return;
    if (flagOf(node, 'hoverStopPropagation')) claimed.add(event);
    later(true, numberOf(node, 'hoverStartTime'));
    addEventListener('pointerup', release, true);
    addEventListener('pointercancel', release, true);
  };
  element.addEventListener('pointerdown', press);
  return () => {
    clearTimeout(timer);
    removeEventListener('pointerup', release, true);
    removeEventListener('pointercancel', release, true);
  };
}
