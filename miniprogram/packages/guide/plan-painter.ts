import type { Point } from '@core/domain/guide/bearing';
import type { Drawing, Place, ShapeKind } from '@core/domain/guide/plan';
import type { Pen } from './pen';
import { frameOf, inPicture, placedLabels, wantedLabels, type Frame, type Size } from './plan-scene';

/** What a picture of a floor shows. */
export interface PlanPicture {
  readonly drawing: Drawing;
  /** The way on this floor; empty where there is none. */
  readonly way: readonly Point[];
  /** The part of it that is walked now. */
  readonly now: readonly Point[];
  readonly start: Point | null;
  readonly goal: Place | null;
  /** The whole floor instead of the part with the way. */
  readonly whole: boolean;
  readonly fontScale: number;
}

// A canvas cannot read the page's tokens: the same roles as colours.
const FILL: Readonly<Record<ShapeKind, string>> = {
  ground: '#ffffff',
  building: '#dcebe8',
  room: '#e9f2f0',
  blank: '#f1eeea',
  desk: '#cfe6e2',
  open: '#f6f4f0',
  wet: '#dde8f6',
  lift: '#fbe9c6',
  stairs: '#f1e2d4',
  parking: '#e7e7ee',
  green: '#e2edde',
  road: '#d9d4ca',
};
const EDGE = '#b9c6c2';
const WAY = '#0b6b6a';
const WAY_LATER = '#8fbdb9';
const START = '#23559f';
const GOAL = '#b3261e';
const TEXT = '#1f2422';
const PAPER = '#ffffff';
const ROAD_METRES = 4;
const LABEL_PX = 13;
const FAMILY = 'system-ui, sans-serif';

function trace(pen: Pen, points: readonly Point[]): void {
  pen.beginPath();
  points.forEach(({ x, y }, at) => {
    if (at === 0) pen.moveTo(x, y);
    else pen.lineTo(x, y);
  });
}

function line(pen: Pen, points: readonly Point[], colour: string, width: number): void {
  if (points.length < 2) return;
  trace(pen, points);
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.stroke();
}

function pin(pen: Pen, { x, y }: Point, colour: string, radius: number): void {
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.fillStyle = colour;
  pen.fill();
  pen.strokeStyle = PAPER;
  pen.lineWidth = 3;
  pen.stroke();
}

function shapes(pen: Pen, { drawing }: PlanPicture, frame: Frame): void {
  for (const { kind, points } of drawing.shapes) {
    const corners: Point[] = [];
    for (let at = 0; at + 1 < points.length; at += 2)
      corners.push(inPicture(frame, { x: points[at] ?? 0, y: points[at + 1] ?? 0 }));
    if (kind === 'road') {
      line(pen, corners, FILL.road, ROAD_METRES * frame.scale);
      continue;
    }
    trace(pen, corners);
    pen.closePath();
    pen.fillStyle = FILL[kind];
    pen.fill();
    pen.strokeStyle = EDGE;
    pen.lineWidth = 1;
    pen.stroke();
  }
}

const pinsOf = ({ start, goal }: PlanPicture): readonly Point[] =>
  [start, goal].filter((point) => point !== null);

function labels(pen: Pen, picture: PlanPicture, frame: Frame, size: Size): void {
  const fontOf = (px: number, strong: boolean): string => `${strong ? '600 ' : ''}${px}px ${FAMILY}`;
  const wanted = wantedLabels(picture.drawing, picture.goal, LABEL_PX * picture.fontScale);
  const placed = placedLabels(wanted, { frame, size, pins: pinsOf(picture) }, ({ text, px, strong }) => {
    pen.font = fontOf(px, strong);
    return pen.measureText(text).width;
  });
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  for (const { x, y, text, px, strong } of placed) {
    pen.font = fontOf(px, strong);
    pen.strokeStyle = PAPER;
    pen.lineWidth = 3;
    pen.strokeText(text, x, y);
    pen.fillStyle = TEXT;
    pen.fillText(text, x, y);
  }
}

/** Draws a floor with the way over it. */
export function paintPlan(pen: Pen, picture: PlanPicture, size: Size): void {
  const { drawing, way, now, start, goal, whole } = picture;
  const looked = [...way, ...pinsOf(picture)];
  const frame = frameOf(drawing, whole ? [] : looked, size);
  const drawn = (points: readonly Point[]): Point[] => points.map((point) => inPicture(frame, point));
  pen.clearRect(0, 0, size.width, size.height);
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  shapes(pen, picture, frame);
  line(pen, drawn(way), PAPER, 9);
  line(pen, drawn(way), WAY_LATER, 6);
  line(pen, drawn(now), WAY, 6);
  labels(pen, picture, frame, size);
  if (start !== null) pin(pen, inPicture(frame, start), START, 8);
  if (goal !== null) pin(pen, inPicture(frame, goal), GOAL, 9);
}
