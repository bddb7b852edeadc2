import type { BuiltInComponent, BuiltInNode } from '../runtime/interfaces';
import { flag, flagOf, number, numberOf, text, textOf } from './properties';
import { refresherOf } from './refresher';

/** Pixels at one edge; `true` when the element is as far as the threshold from it. */
interface Edges {
  upper: boolean;
  lower: boolean;
}

function edges(node: BuiltInNode): Edges {
  const { element } = node;
  const upper = numberOf(node, 'upperThreshold', 50);
  const lower = numberOf(node, 'lowerThreshold', 50);
  const across = flagOf(node, 'scrollX') && !flagOf(node, 'scrollY');
  const [at, size, all] = across
    ? [element.scrollLeft, element.clientWidth, element.scrollWidth]
    : [element.scrollTop, element.clientHeight, element.scrollHeight];
  return { upper: at <= upper, lower: all - at - size <= lower };
}

function scrolling(node: BuiltInNode): void {
  const { element } = node;
  const last = { left: 0, top: 0, upper: true, lower: false };
  element.addEventListener('scroll', () => {
    const { scrollLeft, scrollTop, scrollHeight, scrollWidth } = element;
    const [deltaX, deltaY] = [last.left - scrollLeft, last.top - scrollTop];
    node.fire('scroll', { scrollLeft, scrollTop, scrollHeight, scrollWidth, deltaX, deltaY });
    const now = edges(node);
    if (now.upper && !last.upper) {
      node.fire('scrolltoupper', { direction: deltaX === 0 ? 'top' : 'left' });
    }
    if (now.lower && !last.lower) {
      node.fire('scrolltolower', { direction: deltaX === 0 ? 'bottom' : 'right' });
    }
    Object.assign(last, { left: scrollLeft, top: scrollTop }, now);
  });
}

function scrollIntoView(node: BuiltInNode): void {
  const { element } = node;
  const id = textOf(node, 'scrollIntoView');
  const target = id === '' ? null : element.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
  if (target === null) return;
  const [from, to] = [element.getBoundingClientRect(), target.getBoundingClientRect()];
  const behavior = flagOf(node, 'scrollWithAnimation') ? 'smooth' : 'instant';
  if (flagOf(node, 'scrollX')) element.scrollTo({ left: element.scrollLeft + to.left - from.left, behavior });
  if (flagOf(node, 'scrollY')) element.scrollTo({ top: element.scrollTop + to.top - from.top, behavior });
}

function scrollTo(node: BuiltInNode, name: string): void {
  const behavior = flagOf(node, 'scrollWithAnimation') ? 'smooth' : 'instant';
  if (name === 'scrollTop') node.element.scrollTo({ top: numberOf(node, name), behavior });
  if (name === 'scrollLeft') node.element.scrollTo({ left: numberOf(node, name), behavior });
  // The target may be rendered by the same setData that names it.
  if (name === 'scrollIntoView') requestAnimationFrame(() => scrollIntoView(node));
}

/** A box that scrolls by itself, with a refresher above it on demand. */
export const scrollView: BuiltInComponent = {
  tag: 'scroll-view',
  properties: {
    scrollX: flag(),
    scrollY: flag(),
    upperThreshold: number(50),
    lowerThreshold: number(50),
    scrollTop: { type: null, value: 0 },
    scrollLeft: { type: null, value: 0 },
    scrollIntoView: text(),
    scrollWithAnimation: flag(),
    enableBackToTop: flag(),
    enableFlex: flag(),
    scrollAnchoring: flag(),
    enhanced: flag(),
    bounces: flag(true),
    showScrollbar: flag(true),
    pagingEnabled: flag(),
    fastDeceleration: flag(),
    refresherEnabled: flag(),
    refresherThreshold: number(45),
    refresherDefaultStyle: text('black'),
    refresherBackground: text('#fff'),
    refresherTriggered: flag(),
    type: text(),
  },
  create(node) {
    const { element } = node;
    const refresher = refresherOf(node);
    scrolling(node);
    return {
      changed(name) {
        element.toggleAttribute('data-x', flagOf(node, 'scrollX'));
        element.toggleAttribute('data-y', flagOf(node, 'scrollY'));
        element.toggleAttribute('data-flex', flagOf(node, 'enableFlex'));
        element.toggleAttribute('data-bare', !flagOf(node, 'showScrollbar'));
        refresher.update();
        if (name.startsWith('scroll')) scrollTo(node, name);
      },
      attached: () => scrollTo(node, 'scrollIntoView'),
      detached: () => refresher.stop(),
    };
  },
};
