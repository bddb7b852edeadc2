import { make } from './dom';

/** Pulled this far (px), letting go refreshes. */
const enough = 50;
/** The finger moves this many times as far as the page. */
const resistance = 2;
const farthest = 90;

/** Pull-down refresh of one page, by touch, by mouse, or from the script. */
export class PullDown {
  readonly indicator = make(
    'div',
    'pull-indicator',
    { 'aria-hidden': 'true' },
    make('i', ''),
    make('i', ''),
    make('i', ''),
  );
  private from: number | undefined;
  private refreshing = false;

  /** `refresh` is the page's `onPullDownRefresh`. */
  constructor(
    private readonly scroller: HTMLElement,
    private readonly refresh: () => void,
  ) {}

  /** Lets a finger or the mouse pull; without it only the script can. */
  listen(): void {
    const { scroller } = this;
    scroller.addEventListener('touchstart', (event) => this.begin(event.touches[0]?.clientY), {
      passive: true,
    });
    scroller.addEventListener('touchmove', (event) => this.pull(event, event.touches[0]?.clientY), {
      passive: false,
    });
    scroller.addEventListener('touchend', () => this.release());
    scroller.addEventListener('touchcancel', () => this.release());
    scroller.addEventListener('mousedown', (event) => this.begin(event.clientY));
    window.addEventListener('mousemove', (event) => this.pull(event, event.clientY));
    window.addEventListener('mouseup', () => this.release());
  }

  start(): void {
    if (this.refreshing) return;
    this.refreshing = true;
    this.settle(enough);
    this.refresh();
  }

  stop(): void {
    this.refreshing = false;
    this.settle(0);
  }

  private begin(y: number | undefined): void {
    this.from = this.scroller.scrollTop <= 0 && !this.refreshing ? y : undefined;
  }

  private pull(event: Event, y: number | undefined): void {
    if (this.from === undefined || y === undefined) return;
    const distance = (y - this.from) / resistance;
    if (distance <= 0 || this.scroller.scrollTop > 0) {
      if (distance < -enough) this.from = undefined;
      return;
    }
    if (event.cancelable) event.preventDefault();
    this.scroller.classList.remove('settling');
    this.move(Math.min(distance, farthest));
  }

  private release(): void {
    if (this.from === undefined) return;
    this.from = undefined;
    if (this.distance >= enough) this.start();
    else if (this.distance > 0) this.settle(0);
  }

  private distance = 0;

  private settle(distance: number): void {
    this.scroller.classList.add('settling');
    this.move(distance);
    this.indicator.classList.toggle('spinning', this.refreshing);
  }

  private move(distance: number): void {
    this.distance = distance;
    this.scroller.style.transform = distance > 0 ? `translateY(${distance}px)` : '';
    this.indicator.style.opacity = String(Math.min(1, distance / enough));
  }
}
