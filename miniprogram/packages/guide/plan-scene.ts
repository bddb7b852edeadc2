import type { Drawing, Place } from '@core/domain/guide/plan';
import type { Point } from '@core/domain/guide/bearing';

/** Metres of the plan to px of the picture. */
export interface Frame {
  readonly scale: number;
  readonly left: number;
  readonly top: number;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Shares of the floor's width: around the way, so that one sees what it leads past; a whole ground needs more. */
const MARGIN_SHARE = 0.1;
/** A way of three steps is not drawn as large as the whole phone. */
const SMALLEST_SHARE = 0.38;

const boxAround = (points: readonly Point[], margin: number): Box => {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, top] = [Math.min(...xs) - margin, Math.min(...ys) - margin];
  return {
    left,
    top,
    width: Math.max(...xs) + margin - left,
    height: Math.max(...ys) + margin - top,
  };
};

const grown = ({ left, top, width, height }: Box, smallest: number): Box => {
  const [more, higher] = [smallest - width, smallest - height].map((short) => Math.max(0, short));
  return {
    left: left - (more ?? 0) / 2,
    top: top - (higher ?? 0) / 2,
    width: width + (more ?? 0),
    height: height + (higher ?? 0),
  };
};

const closeUp = (drawing: Drawing, points: readonly Point[]): Box =>
  grown(boxAround(points, drawing.width * MARGIN_SHARE), drawing.width * SMALLEST_SHARE);

/** The nearest value between two bounds; as it is where they leave no room. */
const within = (value: number, least: number, most: number): number =>
  most < least ? value : Math.min(most, Math.max(least, value));

/** The part of a floor to show: around the points, or all of it where there are none. */
export function frameOf(drawing: Drawing, points: readonly Point[], { width, height }: Size): Frame {
  const box = points.length === 0 ? drawing : closeUp(drawing, points);
  const scale = Math.min(width / box.width, height / box.height);
  const [wide, high] = [width / scale, height / scale];
  return {
    scale,
    left: within(box.left - (wide - box.width) / 2, drawing.left, drawing.left + drawing.width - wide),
    top: within(box.top - (high - box.height) / 2, drawing.top, drawing.top + drawing.height - high),
  };
}

/** A point of the plan in the picture. */
export const inPicture = ({ scale, left, top }: Frame, { x, y }: Point): Point => ({
  x: (x - left) * scale,
  y: (y - top) * scale,
});

/** Words to stand in the picture, the most wanted first. */
export interface WantedLabel extends Point {
  readonly text: string;
  readonly px: number;
  readonly strong: boolean;
  /** Px above the point: a name does not cover its own pin. */
  readonly above: number;
}

const ABOVE_PIN_PX = 20;

/** Room names, larger names, and above all the goal. */
export const wantedLabels = (drawing: Drawing, goal: Place | null, px: number): readonly WantedLabel[] => [
  ...(goal === null
    ? []
    : [{ x: goal.x, y: goal.y, text: goal.name, px: px * 1.1, strong: true, above: ABOVE_PIN_PX }]),
  ...[...drawing.labels]
    .sort((a, b) => Number(b.large) - Number(a.large))
    .map(({ x, y, text, large }) => ({ x, y, text, px: large ? px * 1.1 : px, strong: large, above: 0 })),
];

const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.left + b.width &&
  b.left < a.left + a.width &&
  a.top < b.top + b.height &&
  b.top < a.top + a.height;

export interface Pinned {
  readonly frame: Frame;
  readonly size: Size;
  /** Points of the plan that a pin stands on. */
  readonly pins: readonly Point[];
}

const PIN_PX = 18;

const pinBox = ({ x, y }: Point): Box => ({
  left: x - PIN_PX / 2,
  top: y - PIN_PX / 2,
  width: PIN_PX,
  height: PIN_PX,
});

/** Those that find room beside the ones wanted more; none is drawn over another, a pin, or the picture's edge. */
export function placedLabels(
  wanted: readonly WantedLabel[],
  { frame, size: { width, height }, pins }: Pinned,
  widthOf: (label: WantedLabel) => number,
): readonly WantedLabel[] {
  const taken = pins.map((point) => pinBox(inPicture(frame, point)));
  return wanted.flatMap((label) => {
    const point = inPicture(frame, label);
    const at = { x: point.x, y: point.y - label.above };
    const wide = widthOf(label) + 2;
    const box = { left: at.x - wide / 2, top: at.y - label.px / 2, width: wide, height: label.px };
    const inside =
      box.left >= 0 && box.top >= 0 && box.left + box.width <= width && box.top + box.height <= height;
    if (!inside || taken.some((other) => overlaps(box, other))) return [];
    taken.push(box);
    return [{ ...label, ...at }];
  });
}
