import type { BuiltInComponent, BuiltInController, BuiltInNode } from '../runtime/interfaces';
import { flag, flagOf, number, numberOf, text, textOf } from './properties';

class Swiper implements BuiltInController {
  private readonly dots = document.createElement('div');
  private shown = 0;
  private autoplay: ReturnType<typeof setInterval> | undefined;
  private settle: ReturnType<typeof setTimeout> | undefined;
  private readonly watcher = new MutationObserver(() => this.drawDots());

  constructor(private readonly node: BuiltInNode) {
    this.dots.className = 'wx-swiper-dots';
    this.dots.setAttribute('aria-hidden', 'true');
    node.element.addEventListener('scroll', () => {
      clearTimeout(this.settle);
      this.settle = setTimeout(() => this.arrive('touch'), 80);
    });
  }

  changed(name: string): void {
    const { element } = this.node;
    element.toggleAttribute('data-vertical', flagOf(this.node, 'vertical'));
    element.style.setProperty('--dot', textOf(this.node, 'indicatorColor'));
    element.style.setProperty('--dot-active', textOf(this.node, 'indicatorActiveColor'));
    if (element.isConnected) this.follow(name);
  }

  attached(): void {
    this.node.element.append(this.dots);
    this.watcher.observe(this.node.element, { childList: true });
    requestAnimationFrame(() => this.go(numberOf(this.node, 'current'), 'instant'));
    this.follow('autoplay');
  }

  detached(): void {
    clearInterval(this.autoplay);
    clearTimeout(this.settle);
    this.watcher.disconnect();
  }

  private items(): HTMLElement[] {
    return [...this.node.element.querySelectorAll<HTMLElement>(':scope > wx-swiper-item')];
  }

  private follow(name: string): void {
    if (name === 'current' && numberOf(this.node, 'current') !== this.shown) {
      this.go(numberOf(this.node, 'current'), 'smooth');
    }
    clearInterval(this.autoplay);
    if (flagOf(this.node, 'autoplay')) {
      const next = (): void => this.go((this.shown + 1) % Math.max(1, this.items().length), 'smooth');
      this.autoplay = setInterval(next, numberOf(this.node, 'interval', 5000));
    }
    this.drawDots();
  }

  private go(index: number, behavior: ScrollBehavior): void {
    const item = this.items()[index];
    if (item === undefined) return;
    this.node.element.scrollTo({ left: item.offsetLeft, top: item.offsetTop, behavior });
    if (behavior === 'instant') this.shown = index;
    this.drawDots();
  }

  private arrive(source: string): void {
    const { element } = this.node;
    const at = flagOf(this.node, 'vertical')
      ? element.scrollTop / Math.max(1, element.clientHeight)
      : element.scrollLeft / Math.max(1, element.clientWidth);
    const current = Math.round(at);
    if (current === this.shown) return;
    this.shown = current;
    this.node.setProp('current', current);
    this.drawDots();
    const currentItemId = this.items()[current]?.getAttribute('data-item-id') ?? '';
    this.node.fire('change', { current, currentItemId, source });
    this.node.fire('animationfinish', { current, currentItemId, source });
  }

  private drawDots(): void {
    this.dots.hidden = !flagOf(this.node, 'indicatorDots');
    const count = this.items().length;
    while (this.dots.children.length > count) this.dots.lastChild?.remove();
    while (this.dots.children.length < count) this.dots.append(document.createElement('i'));
    [...this.dots.children].forEach((dot, index) => dot.toggleAttribute('data-active', index === this.shown));
  }
}

/** Pages side by side, one seen at a time; built on the browser's own scroll snapping. */
export const swiper: BuiltInComponent = {
  tag: 'swiper',
  properties: {
    indicatorDots: flag(),
    indicatorColor: text('rgba(0, 0, 0, .3)'),
    indicatorActiveColor: text('#000000'),
    autoplay: flag(),
    current: number(),
    interval: number(5000),
    duration: number(500),
    circular: flag(),
    vertical: flag(),
    displayMultipleItems: number(1),
    previousMargin: text('0px'),
    nextMargin: text('0px'),
    easingFunction: text('default'),
  },
  create: (node) => new Swiper(node),
};

/** One page of a swiper. */
export const swiperItem: BuiltInComponent = {
  tag: 'swiper-item',
  properties: { itemId: text(), skipHiddenItemLayout: flag() },
  create: (node) => ({
    changed: () => node.element.setAttribute('data-item-id', textOf(node, 'itemId')),
  }),
};
