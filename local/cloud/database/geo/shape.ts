import { arcsOf, type Geometry, type Rings } from './geometry';
import { polygonTest, type Place } from './inside';
import { arcsCross, isOnArc, isSame, type Arc, type Vector } from './sphere';

/** A polygon made ready for many questions. */
interface Area {
  readonly place: (point: Vector) => Place;
  readonly arcs: readonly Arc[];
  readonly vertices: readonly Vector[];
}

/** A geometry made ready for many questions. Points on an edge count as belonging to it. */
export class Shape {
  private readonly points: readonly Vector[];
  private readonly arcs: readonly Arc[];
  private readonly areas: readonly Area[];

  constructor(geometry: Geometry) {
    this.points = geometry.points;
    this.arcs = geometry.lines.flatMap((line) => arcsOf(line, false));
    this.areas = geometry.polygons.map(areaOf);
  }

  /** Whether the two have a point in common. */
  intersects(other: Shape): boolean {
    return (
      other.points.some((point) => this.holds(point)) ||
      other.arcs.some((arc) => this.meets(arc)) ||
      other.areas.some((area) => this.overlaps(area))
    );
  }

  /** Whether all of the other lies in one or the other of these polygons. */
  contains(other: Shape): boolean {
    return (
      other.points.every((point) => this.areas.some(({ place }) => place(point) !== 'outside')) &&
      other.arcs.every((arc) => this.areas.some((area) => covers(area, arc))) &&
      other.areas.every((inner) => this.areas.some((area) => coversArea(area, inner)))
    );
  }

  private holds(point: Vector): boolean {
    return (
      this.points.some((own) => isSame(own, point)) ||
      this.arcs.some((arc) => isOnArc(point, arc)) ||
      this.areas.some(({ place }) => place(point) !== 'outside')
    );
  }

  private meets(arc: Arc): boolean {
    return (
      arc.some((end) => this.holds(end)) ||
      this.points.some((point) => isOnArc(point, arc)) ||
      this.arcs.some((own) => touches(own, arc)) ||
      this.areas.some(({ arcs }) => arcs.some((edge) => touches(edge, arc)))
    );
  }

  private overlaps(area: Area): boolean {
    return (
      area.arcs.some((arc) => this.meets(arc)) ||
      this.points.some((point) => area.place(point) !== 'outside') ||
      this.arcs.some(([from]) => area.place(from) !== 'outside') ||
      this.areas.some(({ vertices }) => vertices.some((vertex) => area.place(vertex) !== 'outside'))
    );
  }
}

function areaOf(rings: Rings): Area {
  return {
    place: polygonTest(rings),
    arcs: rings.flatMap((ring) => arcsOf(ring, true)),
    vertices: rings.flat(),
  };
}

function touches(left: Arc, right: Arc): boolean {
  return (
    arcsCross(left, right) ||
    right.some((end) => isOnArc(end, left)) ||
    left.some((end) => isOnArc(end, right))
  );
}

/** Both ends in the area, and no edge of it crossed on the way. */
function covers({ place, arcs }: Area, arc: Arc): boolean {
  return (
    arc.every((end) => place(end) !== 'outside') &&
    !arcs.some((edge) => arcsCross(edge, arc) || edge.some((end) => isOnArc(end, arc) && leaves(place, arc)))
  );
}

/** Whether the middle of an arc, which touches a corner of an area, is outside of it. */
function leaves(place: Area['place'], [from, to]: Arc): boolean {
  const middle: Vector = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2, (from[2] + to[2]) / 2];
  return place(middle) === 'outside';
}

/** The edge of the inner area is covered, and no hole of the outer one lies within the inner one. */
function coversArea(outer: Area, inner: Area): boolean {
  return (
    inner.arcs.every((arc) => covers(outer, arc)) &&
    !outer.vertices.some((vertex) => inner.place(vertex) === 'inside')
  );
}
