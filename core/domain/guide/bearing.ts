/** A direction on the plan; zero where nobody knows which way one faces. */
export interface Heading {
  readonly x: number;
  readonly y: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export type Turn = 'straight' | 'left' | 'right' | 'back';

export const UNKNOWN: Heading = { x: 0, y: 0 };

export const headingTo = (from: Point, to: Point): Heading => ({ x: to.x - from.x, y: to.y - from.y });

export const isKnown = ({ x, y }: Heading): boolean => Math.hypot(x, y) > 0.5;

export const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

const STRAIGHT_BELOW = 35;
const BACK_ABOVE = 150;

/** What changing from one heading to another is called; y points south, so a positive angle turns right. */
export function turnBetween(before: Heading, after: Heading): Turn {
  const cross = before.x * after.y - before.y * after.x;
  const dot = before.x * after.x + before.y * after.y;
  const degrees = (Math.atan2(cross, dot) * 180) / Math.PI;
  if (Math.abs(degrees) < STRAIGHT_BELOW) return 'straight';
  if (Math.abs(degrees) > BACK_ABOVE) return 'back';
  return degrees > 0 ? 'right' : 'left';
}
