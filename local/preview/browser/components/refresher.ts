import type { BuiltInNode } from '../runtime/interfaces';
import { flagOf, numberOf } from './properties';

/** The finger's way counts half, so that a pull feels held back. */
const resistance = 0.5;

class Refresher {
  private readonly head = document.createElement('div');
  private from: number | undefined;
  private pulled = 0;
  private running = false;

  constructor(private readonly node: BuiltInNode) {
    this.head.className = 'wx-refresher';
    this.head.setAttribute('aria-hidden', 'true');
    this.head.innerHTML = '<i></i><i></i><i></i>';
    node.element.addEventListener('pointerdown', this.press);
  }

  /** Follows `refresher-enabled` and `refresher-triggered`. */
  update(): void {
    const enabled = flagOf(this.node, 'refresherEnabled');
    if (enabled && !this.head.isConnected) this.node.element.prepend(this.head);
    if (!enabled) this.head.remove();
    const triggered = enabled && flagOf(this.node, 'refresherTriggered');
    if (triggered && !this.running) this.run();
    if (!triggered && this.running) this.restore();
  }

  stop(): void {
    removeEventListener('pointermove', this.move);
    removeEventListener('pointerup', this.release);
    removeEventListener('pointercancel', this.release);
  }

  private readonly press = (event: PointerEvent): void => {
    if (!flagOf(this.node, 'refresherEnabled') || this.running || this.node.element.scrollTop > 0) return;
    this.from = event.clientY;
    addEventListener('pointermove', this.move);
    addEventListener('pointerup', this.release);
    addEventListener('pointercancel', this.release);
  };

  private readonly move = (event: PointerEvent): void => {
    if (this.from === undefined) return;
    this.pulled = Math.max(0, (event.clientY - this.from) * resistance);
    this.head.style.height = `${this.pulled}px`;
    if (this.pulled > 0) this.node.fire('refresherpulling', { dy: this.pulled });
  };

  private readonly release = (): void => {
    this.stop();
    this.from = undefined;
    if (this.pulled >= numberOf(this.node, 'refresherThreshold', 45)) {
      this.node.setProp('refresherTriggered', true);
      this.run();
    } else if (this.pulled > 0) {
      this.node.fire('refresherabort', {});
      this.head.style.height = '0';
    }
    this.pulled = 0;
  };

  private run(): void {
    this.running = true;
    this.head.style.height = `${numberOf(this.node, 'refresherThreshold', 45)}px`;
    this.node.fire('refresherrefresh', {});
  }

  private restore(): void {
    this.running = false;
    this.head.style.height = '0';
    this.node.fire('refresherrestore', {});
  }
}

/** The pull-down head of one scroll-view. */
export const refresherOf = (node: BuiltInNode): { update(): void; stop(): void } => new Refresher(node);
