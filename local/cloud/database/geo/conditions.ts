import { requestFailed } from '../failures';
import { show } from '../values/show';
import { isDocument, isList, type Value } from '../values/value';
import { geometriesOf, readGeometry, type Geometry } from './geometry';
import { Shape } from './shape';
import { angleBetween, vectorOf, type Vector } from './sphere';

type Test = (value: Value | undefined) => boolean;

function operandOf(name: string, operand: Value, known: readonly string[]): [string, Value] {
  const [entry, ...more] = isDocument(operand) ? Object.entries(operand) : [];
  if (entry === undefined || more.length > 0)
    throw requestFailed(`${name} expected an object with one shape`);
  const [shape, value] = entry;
  if (!known.includes(shape))
    throw requestFailed(`${name} with ${shape} is not answered by the local cloud (${known.join(', ')} are)`);
  return [shape, value];
}

function verticesOf({ points, lines, polygons }: Geometry): readonly Vector[] {
  return [...points, ...lines.flat(), ...polygons.flat(2)];
}

/** `$centerSphere`: a circle with its radius in radians. */
function circleTest(operand: Value): (geometry: Geometry) => boolean {
  const [centre, radius] = isList(operand) ? operand : [];
  const [longitude, latitude] = isList(centre) ? centre : [];
  if (typeof longitude !== 'number' || typeof latitude !== 'number' || typeof radius !== 'number')
    throw requestFailed(`$centerSphere needs a point and a radius in radians: ${show(operand)}`);
  if (radius < 0) throw requestFailed('radius must be a non-negative number');
  const middle = vectorOf([longitude, latitude]);
  return (geometry) => {
    const hasEdges = geometry.lines.length + geometry.polygons.length > 0;
    if (hasEdges && radius > Math.PI / 2)
      throw requestFailed(
        'a circle wider than half of the earth is answered for points only by the local cloud',
      );
    // A circle up to half of the earth holds a line with its ends, and a polygon with its corners.
    return verticesOf(geometry).every((vertex) => angleBetween(vertex, middle) <= radius);
  };
}

function areaTest(operand: Value): (geometry: Geometry) => boolean {
  const geometry = readGeometry(operand);
  if (geometry.polygons.length === 0)
    throw requestFailed(`$geoWithin not supported with provided geometry: ${show(operand)}`);
  const area = new Shape(geometry);
  return (inner) => area.contains(new Shape(inner));
}

/** `$geoWithin`: all of a geometry lies in a polygon, several polygons or a circle. */
export function geoWithin(operand: Value): Test {
  const [shape, value] = operandOf('$geoWithin', operand, ['$geometry', '$centerSphere']);
  const test = shape === '$geometry' ? areaTest(value) : circleTest(value);
  return (found) => geometriesOf(found).some(test);
}

/** `$geoIntersects`: a geometry has a point in common with the given one. */
export function geoIntersects(operand: Value): Test {
  const [, value] = operandOf('$geoIntersects', operand, ['$geometry']);
  const shape = new Shape(readGeometry(value));
  return (found) => geometriesOf(found).some((geometry) => shape.intersects(new Shape(geometry)));
}
