import type { PhoneHost, WxApiModule } from '../runtime/interfaces';

interface Margins {
  left?: number;
  right?: number;
  top?: number;
  bottom?: number;
}
interface Options {
  thresholds?: number[];
  initialRatio?: number;
  observeAll?: boolean;
}
type Box = Pick<DOMRectReadOnly, 'left' | 'top' | 'right' | 'bottom' | 'width' | 'height'>;

const plain = ({ left, top, right, bottom, width, height }: Box): Box => ({
  left,
  top,
  right,
  bottom,
  width,
  height,
});

const marginText = ({ top = 0, right = 0, bottom = 0, left = 0 }: Margins): string =>
  [top, right, bottom, left].map((px) => `${px}px`).join(' ');

class WxIntersectionObserver {
  private root: () => Element | null = () => null;
  private margins: Margins = {};
  private observer: IntersectionObserver | undefined;

  constructor(
    private readonly host: PhoneHost,
    private readonly scope: unknown,
    private readonly options: Options,
  ) {}

  relativeTo(selector: string, margins: Margins = {}): this {
    this.root = () => this.host.nodes.select(this.scope, selector)?.element ?? null;
    this.margins = margins;
    return this;
  }

  relativeToViewport(margins: Margins = {}): this {
    this.root = () => this.host.nodes.viewport();
    this.margins = margins;
    return this;
  }

  observe(selector: string, seen: (entry: unknown) => void): void {
    const { nodes } = this.host;
    const found =
      this.options.observeAll === true
        ? nodes.selectAll(this.scope, selector)
        : [nodes.select(this.scope, selector)].filter((node) => node !== null);
    const initial = this.options.initialRatio ?? 0;
    const told = new Map<Element, number>();
    this.observer = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          // WeChat stays silent as long as the ratio is the initial one.
          if ((told.get(entry.target) ?? initial) === entry.intersectionRatio) continue;
          told.set(entry.target, entry.intersectionRatio);
          const node = found.find((one) => one.element === entry.target);
          seen({
            id: node?.id ?? '',
            dataset: node?.dataset ?? {},
            intersectionRatio: entry.intersectionRatio,
            intersectionRect: plain(entry.intersectionRect),
            boundingClientRect: plain(entry.boundingClientRect),
            relativeRect: plain(entry.rootBounds ?? new DOMRect()),
            time: Date.now(),
          });
        }
      },
      {
        root: this.root(),
        rootMargin: marginText(this.margins),
        threshold: this.options.thresholds ?? [0],
      },
    );
    for (const node of found) this.observer.observe(node.element);
  }

  disconnect(): void {
    this.observer?.disconnect();
  }
}

/** What comes into view. */
export const intersectionObserver: WxApiModule = (host) => ({
  createIntersectionObserver: (scope: unknown, options?: Options) =>
    new WxIntersectionObserver(host, scope, options ?? {}),
  nextTick: (run: () => void) => setTimeout(run, 0),
});
