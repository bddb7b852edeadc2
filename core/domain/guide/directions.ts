import {
  distance,
  headingTo,
  isKnown,
  turnBetween,
  UNKNOWN,
  type Heading,
  type Point,
  type Turn,
} from './bearing';
import { IN_SIGHT_METRES, landmarkNear } from './landmarks';
import type { LinkKind, Place, PlanNode } from './plan';
import type { Hop, Walk } from './route';

/** One sentence of the way, as data: the page words it. Places and floors by id; null where nothing is to be named. */
export type Direction =
  | {
      readonly code: 'go';
      readonly floorId: string;
      /** null at the very start, where nobody knows which way one faces. */
      readonly turn: Turn | null;
      /** Where one turns. */
      readonly at: string | null;
      /** What one walks towards. */
      readonly towards: string | null;
      readonly metres: number;
      /** What is walked, for drawing. */
      readonly points: readonly Point[];
    }
  | {
      readonly code: 'lift' | 'stairs';
      readonly floorId: string;
      readonly toFloorId: string;
      readonly up: boolean;
      /** Which lift or stairs; null where the plan does not name them. */
      readonly door: string | null;
      /** Where the door is. */
      readonly side: Turn;
    }
  | {
      /** Into another building, or out of one. */
      readonly code: 'cross';
      readonly floorId: string;
      readonly toFloorId: string;
      readonly by: LinkKind;
    }
  | { readonly code: 'arrive'; readonly floorId: string; readonly side: Turn };

export interface Journey {
  readonly from: Place;
  readonly to: Place;
  readonly walk: Walk;
}

const isVertical = ({ link }: Hop): boolean => link.kind === 'lift' || link.kind === 'stairs';
const isCrossing = ({ from, to }: Hop): boolean => from.floorId !== to.floorId;

/** Follows a walk hop by hop and remembers which way one faces. */
class Narrator {
  readonly directions: Direction[] = [];
  private readonly start: Place;
  private readonly goal: Place;
  private heading: Heading;
  /** Hops of the straight piece that is being walked. */
  private piece: Hop[] = [];
  private turn: Turn | null = null;

  constructor(
    private readonly places: readonly Place[],
    private readonly levels: ReadonlyMap<string, number>,
    { from, to, walk }: Journey,
  ) {
    const [first] = walk.hops;
    this.start = from;
    this.goal = to;
    this.heading = first === undefined ? UNKNOWN : headingTo(from, first.from);
  }

  tell(hops: readonly Hop[]): void {
    for (let at = 0; at < hops.length; at += 1) {
      const hop = hops[at];
      if (hop === undefined) continue;
      if (isVertical(hop)) at = this.ride(hops, at);
      else if (isCrossing(hop)) this.cross(hop);
      else this.step(hop, hops[at + 1]);
    }
    this.endPiece();
  }

  arrive(walk: Walk): void {
    const door = walk.hops[walk.hops.length - 1]?.to ?? this.goal;
    const towards = headingTo(door, this.goal);
    const side = isKnown(towards) && isKnown(this.heading) ? turnBetween(this.heading, towards) : 'straight';
    this.directions.push({ code: 'arrive', floorId: this.goal.floorId, side });
  }

  private step(hop: Hop, next: Hop | undefined): void {
    const ahead = headingTo(hop.from, hop.to);
    // The last steps to a lift's door belong to the lift, the first ones out of it only set the heading.
    if (hop.link.kind === 'door' && next !== undefined && isVertical(next)) return;
    if (!isKnown(ahead)) return;
    const turn = isKnown(this.heading) ? turnBetween(this.heading, ahead) : null;
    if (turn !== 'straight' || this.piece.length === 0) {
      this.endPiece();
      this.turn = turn;
    }
    this.piece.push(hop);
    this.heading = ahead;
  }

  private endPiece(): void {
    const [first] = this.piece;
    const last = this.piece[this.piece.length - 1];
    if (first === undefined || last === undefined) return;
    const { floorId } = first.from;
    const hidden = new Set([this.goal.placeId, this.start.placeId]);
    const corner = this.turn === null ? null : this.cornerAt(first.from, hidden);
    const toGoal = last.to.nodeId === this.goal.nodeId;
    if (corner !== null) hidden.add(corner);
    // Who does not know which way to face is shown something to walk towards, farther off if need be.
    const within = this.turn === null ? { within: IN_SIGHT_METRES } : {};
    const seen = toGoal ? null : landmarkNear(this.places, floorId, last.to, { not: hidden, ...within });
    this.directions.push({
      code: 'go',
      floorId,
      turn: this.turn,
      at: this.isCornerNamed() ? corner : null,
      towards: toGoal ? this.goal.placeId : (seen?.placeId ?? null),
      metres: Math.max(1, Math.round(this.piece.reduce((sum, { link }) => sum + link.metres, 0))),
      points: [first.from, ...this.piece.map(({ to }) => to)].map(({ x, y }) => ({ x, y })),
    });
    this.piece = [];
    this.turn = null;
  }

  /** Who leaves a place, a lift or the stairs knows where that is without another name. */
  private isCornerNamed(): boolean {
    const before = this.directions[this.directions.length - 1];
    return before !== undefined && before.code !== 'lift' && before.code !== 'stairs';
  }

  /** A corner is called what it was called when one was sent there; never what the corner before was called. */
  private cornerAt(corner: PlanNode, hidden: ReadonlySet<string>): string | null {
    const before = this.directions[this.directions.length - 1];
    const near = (not: ReadonlySet<string>, among = this.places): string | null =>
      landmarkNear(among, corner.floorId, corner, { not })?.placeId ?? null;
    if (before?.code !== 'go') return near(hidden);
    const sentTo = this.places.filter(({ placeId }) => placeId === before.towards);
    return near(hidden, sentTo) ?? near(new Set([...hidden, before.at ?? '']));
  }

  /** All storeys of one ride or climb are one sentence. Answers the last hop that it took. */
  private ride(hops: readonly Hop[], from: number): number {
    const first = hops[from];
    if (first === undefined) return from;
    this.endPiece();
    let last = from;
    while (hops[last + 1]?.link.kind === first.link.kind) last += 1;
    const to = hops[last]?.to ?? first.to;
    const door = hops[from - 1];
    const side =
      door && isKnown(this.heading) ? turnBetween(this.heading, headingTo(door.from, door.to)) : null;
    const level = (floorId: string): number => this.levels.get(floorId) ?? 0;
    this.directions.push({
      code: first.link.kind === 'lift' ? 'lift' : 'stairs',
      floorId: first.from.floorId,
      toFloorId: to.floorId,
      up: level(to.floorId) > level(first.from.floorId),
      door:
        this.places.find(({ nodeId, kind }) => nodeId === first.from.nodeId && kind === first.link.kind)
          ?.placeId ?? null,
      side: side ?? 'straight',
    });
    const out = hops[last + 1];
    this.heading = out === undefined ? UNKNOWN : headingTo(out.from, out.to);
    // The way out of the door is not worth a sentence of its own.
    return out?.link.kind === 'door' && !isCrossing(out) ? last + 1 : last;
  }

  private cross(hop: Hop): void {
    this.endPiece();
    this.directions.push({
      code: 'cross',
      floorId: hop.from.floorId,
      toFloorId: hop.to.floorId,
      by: hop.link.kind,
    });
    if (distance(hop.from, hop.to) > 0.5) this.heading = headingTo(hop.from, hop.to);
  }
}

/** The way in sentences, from leaving the start to standing before the goal. `levels` are those of the floors. */
export function directionsOf(
  journey: Journey,
  places: readonly Place[],
  levels: ReadonlyMap<string, number>,
): readonly Direction[] {
  const narrator = new Narrator(places, levels, journey);
  narrator.tell(journey.walk.hops);
  narrator.arrive(journey.walk);
  return narrator.directions;
}
