/** A point of the unit sphere. */
export type Vector = readonly [x: number, y: number, z: number];

/** Longitude and latitude in degrees. */
export type Position = readonly [longitude: number, latitude: number];

/** MongoDB's radius of the earth in metres. */
export const EARTH_RADIUS = 6_378_100;

/** Two directions nearer than this (6 mm on the earth) are the same: what is left of rounding. */
const SAME = 1e-9;

const RADIANS = Math.PI / 180;

/** The point of the sphere at a position. */
export function vectorOf([longitude, latitude]: Position): Vector {
  const parallel = Math.cos(latitude * RADIANS);
  return [
    parallel * Math.cos(longitude * RADIANS),
    parallel * Math.sin(longitude * RADIANS),
    Math.sin(latitude * RADIANS),
  ];
}

export function dot(left: Vector, right: Vector): number {
  return left[0] * right[0] + left[1] * right[1] + left[2] * right[2];
}

export function cross(left: Vector, right: Vector): Vector {
  return [
    left[1] * right[2] - left[2] * right[1],
    left[2] * right[0] - left[0] * right[2],
    left[0] * right[1] - left[1] * right[0],
  ];
}

/** The direction of a vector; undefined where it has none. */
export function unit(vector: Vector): Vector | undefined {
  const length = Math.hypot(...vector);
  return length < 1e-12 ? undefined : [vector[0] / length, vector[1] / length, vector[2] / length];
}

/** The angle between two points in radians, exact for small and for large ones. */
export function angleBetween(left: Vector, right: Vector): number {
  return Math.atan2(Math.hypot(...cross(left, right)), dot(left, right));
}

/** Whether two points are one. */
export function isSame(left: Vector, right: Vector): boolean {
  return angleBetween(left, right) < SAME;
}

/** A piece of a great circle, the shorter way from one point to the other. */
export type Arc = readonly [from: Vector, to: Vector];

/** The angle from a point to the nearest point of an arc. */
export function angleToArc(point: Vector, [from, to]: Arc): number {
  const ends = Math.min(angleBetween(point, from), angleBetween(point, to));
  const normal = unit(cross(from, to));
  if (normal === undefined) return ends;
  const beside = dot(cross(normal, from), point) >= 0 && dot(cross(to, normal), point) >= 0;
  return beside ? Math.min(ends, Math.abs(Math.asin(Math.max(-1, Math.min(1, dot(normal, point)))))) : ends;
}

/** Whether a point lies on an arc. */
export function isOnArc(point: Vector, arc: Arc): boolean {
  return angleToArc(point, arc) < SAME;
}

/** Whether two arcs cross at a point inside of both. */
export function arcsCross([a, b]: Arc, [c, d]: Arc): boolean {
  const first = cross(a, b);
  const second = cross(c, d);
  const side = -dot(first, c);
  return side * dot(first, d) > 0 && side * -dot(second, b) > 0 && side * dot(second, a) > 0;
}
