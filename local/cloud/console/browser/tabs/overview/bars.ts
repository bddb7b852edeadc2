import type { SecondLine } from '../../../shared/overview';
import { element } from '../../page/element';

/** The scale is never finer than this many operations. */
const SMALLEST_SCALE = 10;

/** The last seconds as bars: reads below, writes above. */
export class Bars {
  readonly element = element('div.bars', { role: 'img' });

  show(seconds: readonly SecondLine[]): void {
    const scale = Math.max(SMALLEST_SCALE, ...seconds.map(({ reads, writes }) => reads + writes));
    while (this.element.children.length < seconds.length)
      this.element.append(element('i', {}, element('b'), element('u')));
    seconds.forEach(({ reads, writes }, at) => {
      const bar = this.element.children[at];
      const [upper, lower] = bar === undefined ? [] : [...bar.children];
      if (upper instanceof HTMLElement) upper.style.height = `${(writes / scale) * 100}%`;
      if (lower instanceof HTMLElement) lower.style.height = `${(reads / scale) * 100}%`;
    });
    const last = seconds.at(-1);
    const words = `${last?.reads ?? 0} reads and ${last?.writes ?? 0} writes in the last second, up to ${scale} a second`;
    this.element.setAttribute('aria-label', words);
    this.element.title = words;
  }
}
