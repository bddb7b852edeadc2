import { nodeAround } from '../engine';
import { dispatch, touchAt, type Touch } from './dispatch';

/** A finger or the mouse button moved farther than this (px) is a drag, not a tap. */
export const tapSlop = 10;
/** WeChat fires `longpress` after this many milliseconds. */
const longPressAfter = 350;

interface Point {
  clientX: number;
  clientY: number;
}

/**
 * Follows one press from start to end and sends `touchstart`, `touchmove`, `touchend` and `longpress` to
 * where it began, whatever lies below the finger later.
 */
export class Gesture {
  private target: Element | undefined;
  private start: Point = { clientX: 0, clientY: 0 };
  private timer: ReturnType<typeof setTimeout> | undefined;
  private moved = false;

  /** True where the press that ended last was a drag, so that its click is not a tap. */
  get wasDrag(): boolean {
    return this.moved;
  }

  begin(target: EventTarget | null, points: readonly Point[], original: Event): boolean {
    if (!(target instanceof Element)) return false;
    const [first] = points;
    if (first === undefined) return false;
    this.target = target;
    this.start = { clientX: first.clientX, clientY: first.clientY };
    this.moved = false;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (!this.moved) this.send('longpress', points, original);
    }, longPressAfter);
    return this.send('touchstart', points, original);
  }

  move(points: readonly Point[], original: Event): boolean {
    const [first] = points;
    if (this.target === undefined || first === undefined) return false;
    const { clientX, clientY } = this.start;
    this.moved ||= Math.abs(first.clientX - clientX) > tapSlop || Math.abs(first.clientY - clientY) > tapSlop;
    if (this.moved) clearTimeout(this.timer);
    return this.send('touchmove', points, original);
  }

  end(points: readonly Point[], original: Event, type: 'touchend' | 'touchcancel' = 'touchend'): boolean {
    clearTimeout(this.timer);
    const prevented = this.send(type, points, original);
    this.target = undefined;
    return prevented;
  }

  private send(type: string, points: readonly Point[], original: Event): boolean {
    const { target } = this;
    const node = nodeAround(target ?? null);
    if (target === undefined || node === undefined) return false;
    const changedTouches: Touch[] = points.map((point, index) => touchAt(target, point, index));
    const touches = /end|cancel/.test(type) ? [] : changedTouches;
    const [first] = changedTouches;
    const detail = type === 'longpress' && first ? { x: first.pageX, y: first.pageY } : {};
    return dispatch(node, type, detail, { touches, changedTouches, original });
  }
}
