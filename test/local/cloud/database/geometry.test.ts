import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { geoIntersects, geoWithin } from '../../../../local/cloud/database/geo/conditions';
import { nearestOf, readNear } from '../../../../local/cloud/database/geo/distance';
import type { Value } from '../../../../local/cloud/database/values/value';

type Pair = [longitude: number, latitude: number];

const point = (coordinates: Pair): Value => ({ type: 'Point', coordinates });
const polygon = (...rings: Pair[][]): Value => ({
  type: 'Polygon',
  coordinates: rings.map((ring) => [...ring, ...ring.slice(0, 1)]),
});

/** A longitude brought back into its range. */
const wrap = (longitude: number): number => ((((longitude + 180) % 360) + 360) % 360) - 180;

function box([x, y]: Pair, size: number): Pair[] {
  return [
    [wrap(x - size), y - size],
    [wrap(x + size), y - size],
    [wrap(x + size), y + size],
    [wrap(x - size), y + size],
  ];
}

function metres(from: Pair, to: Value): number | undefined {
  const near = readNear('at', { geometry: point(from), least: undefined, most: undefined });
  return nearestOf(near, to);
}

const place = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: -80, max: 80, noNaN: true }),
) as fc.Arbitrary<Pair>;
const size = fc.double({ min: 0.001, max: 5, noNaN: true });

describe('geometry on the sphere', () => {
  test('a box holds its middle and not what lies beyond it, everywhere, also across the date line', () => {
    fc.assert(
      fc.property(place, size, ([x, y], half) => {
        const area = { $geometry: polygon(box([x, y], half)) };
        const beyond: Pair = [wrap(x + 1.2 * half), y];
        for (const test of [geoWithin(area), geoIntersects(area)]) {
          expect(test(point([x, y]))).toBe(true);
          expect(test(point(beyond))).toBe(false);
          expect(test(point([wrap(x + 180), -y]))).toBe(false);
        }
      }),
    );
  });

  test('what lies within intersects, and intersecting goes both ways', () => {
    fc.assert(
      fc.property(
        place,
        size,
        size,
        fc.double({ min: -4, max: 4, noNaN: true }),
        ([x, y], one, other, away) => {
          const first = polygon(box([x, y], one));
          const second = polygon(box([wrap(x + away), y + away / 4], other));
          const meets = geoIntersects({ $geometry: first })(second);
          expect(geoIntersects({ $geometry: second })(first)).toBe(meets);
          if (geoWithin({ $geometry: first })(second)) expect(meets).toBe(true);
        },
      ),
    );
  });

  test('a box within a box is within it, and the hole of a polygon holds nothing of it', () => {
    const outer = polygon(box([10, 20], 2));
    const ring = polygon(box([10, 20], 2), box([10, 20], 1));
    const inner = polygon(box([10, 20], 0.5));
    expect(geoWithin({ $geometry: outer })(inner)).toBe(true);
    expect(geoWithin({ $geometry: inner })(outer)).toBe(false);
    expect(geoWithin({ $geometry: ring })(inner)).toBe(false);
    expect(geoIntersects({ $geometry: ring })(inner)).toBe(false);
    expect(geoWithin({ $geometry: ring })(polygon(box([10, 20], 1.5)))).toBe(false);
  });

  test('a polygon may lie around a pole', () => {
    const cap = polygon([
      [0, 70],
      [90, 70],
      [180, 70],
      [-90, 70],
    ]);
    expect(geoWithin({ $geometry: cap })(point([45, 85]))).toBe(true);
    expect(geoWithin({ $geometry: cap })(point([45, 60]))).toBe(false);
  });

  test('distances are metres along the surface, to the nearest part, and zero inside', () => {
    expect(metres([0, 0], point([180, 0]))).toBeCloseTo(Math.PI * 6_378_100, 3);
    expect(metres([0, 0], point([0, 1]))).toBeCloseTo(111_318.8, 0);
    expect(
      metres([0, 1], {
        type: 'LineString',
        coordinates: [
          [-5, 0],
          [5, 0],
        ],
      }),
    ).toBeCloseTo(111_318.8, 0);
    expect(metres([10, 20], polygon(box([10, 20], 1)))).toBe(0);
    expect(
      metres(
        [0, 0],
        [
          [0, 2],
          [0, 1],
        ],
      ),
    ).toBeCloseTo(111_318.8, 0);
    expect(metres([0, 0], 'nowhere')).toBeUndefined();
  });

  test('what is not computed is refused and not guessed', () => {
    const wide = polygon([
      [0, 0],
      [120, 0],
      [-120, 0],
    ]);
    expect(() => geoWithin({ $geometry: wide })(point([0, 1]))).toThrow('wider than half of the earth');
    expect(() =>
      geoWithin({
        $box: [
          [0, 0],
          [1, 1],
        ],
      }),
    ).toThrow('$box is not answered by the local cloud');
    expect(() => geoWithin({ $geometry: point([0, 0]) })).toThrow('$geoWithin not supported');
    expect(() => geoIntersects({ $geometry: { type: 'Circle', coordinates: [] } })).toThrow(
      'unknown GeoJSON type',
    );
  });
});
