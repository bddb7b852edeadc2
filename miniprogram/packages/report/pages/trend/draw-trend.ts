import type { TrendLine } from '@core/domain/report/trend';
import { isAbnormal } from '@core/domain/report/report';

/** The parts of a 2d context that the picture is made with. */
export interface Pen {
  fillStyle: string;
  strokeStyle: string;
  lineWidth: number;
  clearRect(x: number, y: number, width: number, height: number): void;
  fillRect(x: number, y: number, width: number, height: number): void;
  beginPath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  arc(x: number, y: number, radius: number, from: number, to: number): void;
  fill(): void;
  stroke(): void;
}

/** Colours as the page's own tokens give them. */
export interface Ink {
  readonly line: string;
  readonly band: string;
  readonly odd: string;
  readonly grid: string;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

const DOT = 5;
/** Room for the dots at the edges. */
const INSET = 10;

/** Draws the usual band, the line and its points; points outside of the usual are squares. Sizes in px. */
export function drawTrend(pen: Pen, line: TrendLine, { width, height }: Size, ink: Ink): void {
  const x = (share: number): number => INSET + share * (width - 2 * INSET);
  const y = (share: number): number => height - INSET - share * (height - 2 * INSET);
  pen.clearRect(0, 0, width, height);
  if (line.band !== null) {
    pen.fillStyle = ink.band;
    pen.fillRect(0, y(line.band.to), width, y(line.band.from) - y(line.band.to));
  }
  pen.strokeStyle = ink.grid;
  pen.lineWidth = 1;
  for (const share of [0, 1]) stroke(pen, [0, y(share)], [width, y(share)]);
  pen.strokeStyle = ink.line;
  pen.lineWidth = 2;
  line.points.forEach((point, index) => {
    const before = line.points[index - 1];
    if (before) stroke(pen, [x(before.x), y(before.y)], [x(point.x), y(point.y)]);
  });
  for (const point of line.points) {
    const odd = isAbnormal(point.level);
    pen.fillStyle = odd ? ink.odd : ink.line;
    if (odd) pen.fillRect(x(point.x) - DOT, y(point.y) - DOT, 2 * DOT, 2 * DOT);
    else dot(pen, x(point.x), y(point.y));
  }
}

type Place = readonly [x: number, y: number];

function stroke(pen: Pen, from: Place, to: Place): void {
  pen.beginPath();
  pen.moveTo(...from);
  pen.lineTo(...to);
  pen.stroke();
}

function dot(pen: Pen, x: number, y: number): void {
  pen.beginPath();
  pen.arc(x, y, DOT, 0, 2 * Math.PI);
  pen.fill();
}
