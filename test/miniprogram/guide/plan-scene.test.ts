import { describe, expect, test } from '@jest/globals';
import type { Drawing } from '@core/domain/guide/plan';
import { paintPlan } from '../../../miniprogram/packages/guide/plan-painter';
import type { Pen } from '../../../miniprogram/packages/guide/pen';
import { frameOf, inPicture, placedLabels } from '../../../miniprogram/packages/guide/plan-scene';
import { demoPlan, placeIn } from './demo-plan';

const drawing: Drawing = { left: 0, top: 0, width: 100, height: 50, shapes: [], labels: [] };
const size = { width: 300, height: 300 };

describe('the part of a floor that is shown', () => {
  test('is the whole floor, in the middle, where no way is asked for', () => {
    const frame = frameOf(drawing, [], size);
    expect(frame.scale).toBe(3);
    expect(inPicture(frame, { x: 50, y: 25 })).toEqual({ x: 150, y: 150 });
  });

  test('holds every point of the way, and not more blank paper than it must', () => {
    const points = [
      { x: 2, y: 2 },
      { x: 40, y: 10 },
    ];
    const frame = frameOf(drawing, points, size);
    for (const point of points.map((one) => inPicture(frame, one))) {
      expect(point.x).toBeGreaterThanOrEqual(0);
      expect(point.y).toBeGreaterThanOrEqual(0);
      expect(point.x).toBeLessThanOrEqual(size.width);
      expect(point.y).toBeLessThanOrEqual(size.height);
    }
    expect(frame.left).toBe(0);
  });
});

describe('words in the picture', () => {
  const label = (text: string, x: number) => ({ text, x, y: 25, px: 12, strong: false, above: 0 });

  test('give way to those wanted more, and never leave the picture', () => {
    const frame = frameOf(drawing, [], size);
    const wanted = [
      label('goal', 50),
      label('beside', 51),
      label('far', 80),
      label('edge', 0),
      label('pin', 94),
    ];
    const placed = placedLabels(wanted, { frame, size, pins: [{ x: 95, y: 25 }] }, () => 30);
    expect(placed.map(({ text }) => text)).toEqual(['goal', 'far']);
  });
});

test('a floor is painted with its way, its pins and the name of the goal', () => {
  const plan = demoPlan();
  const goal = placeIn(plan, 'mz-2f-a-207');
  const said: string[] = [];
  const counts = { fill: 0, stroke: 0, arc: 0 };
  const nothing = (): void => undefined;
  const pen: Pen = {
    ...{ fillStyle: '', strokeStyle: '', lineWidth: 0, lineCap: '', lineJoin: '', font: '' },
    ...{ textAlign: '', textBaseline: '' },
    beginPath: nothing,
    moveTo: nothing,
    lineTo: nothing,
    closePath: nothing,
    clearRect: nothing,
    strokeText: nothing,
    arc: () => void (counts.arc += 1),
    fill: () => void (counts.fill += 1),
    stroke: () => void (counts.stroke += 1),
    fillText: (text) => void said.push(text),
    measureText: (text) => ({ width: text.length * 12 }),
  };
  const floor = plan.drawings.find(({ floorId }) => floorId === 'mz-2f')?.drawing ?? drawing;
  const way = [
    { x: 46, y: 76 },
    { x: 70, y: 76 },
  ];
  paintPlan(
    pen,
    { drawing: floor, way, now: way, start: { x: 46, y: 76 }, goal, whole: true, fontScale: 1 },
    size,
  );
  expect(said[0]).toBe('207 诊室');
  expect(counts.arc).toBe(2);
  expect(counts.fill).toBeGreaterThan(30);
});
