import { describe, expect, test } from '@jest/globals';
import { directionsOf, type Direction } from '@core/domain/guide/directions';
import type { LinkKind, Place, PlanLink, PlanNode } from '@core/domain/guide/plan';
import { legsOf, walkFinder } from '@core/domain/guide/route';

/** Two floors: along a corridor eastwards, a lift at its end and stairs half-way, the same corridor above. */
const nodes: PlanNode[] = ['1', '2'].flatMap((level) =>
  (
    [
      ['west', 0, 0],
      ['middle', 20, 0],
      ['east', 40, 0],
      ['stairs', 20, -4],
      ['lift', 40, 4],
      ['south', 20, 30],
    ] as const
  ).map(([name, x, y]) => ({ nodeId: `${name}${level}`, floorId: `f${level}`, x, y })),
);

const link = (ends: string, kind: LinkKind, metres: number, seconds = metres): PlanLink => {
  const [from = '', to = ''] = ends.split(' ');
  return { from, to, kind, metres, seconds };
};
const links: PlanLink[] = [
  ...['1', '2'].flatMap((level) => [
    link(`west${level} middle${level}`, 'walk', 20),
    link(`middle${level} east${level}`, 'walk', 20),
    link(`middle${level} south${level}`, 'walk', 30),
    link(`middle${level} stairs${level}`, 'door', 4),
    link(`east${level} lift${level}`, 'door', 4, 20),
  ]),
  link('stairs1 stairs2', 'stairs', 10, 20),
  link('lift1 lift2', 'lift', 0, 6),
];

const place = (
  placeId: string,
  nodeId: string,
  [x, y]: readonly [number, number],
  landmark = false,
): Place => ({
  placeId,
  nodeId,
  floorId: `f${nodeId.at(-1) ?? ''}`,
  x,
  y,
  kind: 'room',
  area: '',
  name: placeId,
  words: [],
  landmark,
});
const start = place('start', 'west1', [0, 5]);
const room = place('room', 'south2', [25, 30]);
const kiosk = place('kiosk', 'middle1', [20, 3], true);
const desk = place('desk', 'middle2', [20, 3], true);
const places = [start, room, kiosk, desk];
const levels = new Map([
  ['f1', 1],
  ['f2', 2],
]);

function tell(
  from: Place,
  to: Place,
  mobility: 'any' | 'step-free',
  seen: readonly Place[] = places,
): readonly Direction[] {
  const walk = walkFinder({ nodes, links }, mobility)(from, to);
  if (walk === null) throw new Error('No way');
  return directionsOf({ from, to, walk }, seen, levels);
}

describe('directions', () => {
  test('say each turn, the landmark at it, the stairs, and on which side one arrives', () => {
    expect(tell(start, room, 'any')).toMatchObject([
      { code: 'go', floorId: 'f1', turn: 'right', at: null, towards: 'kiosk', metres: 20 },
      { code: 'stairs', floorId: 'f1', toFloorId: 'f2', up: true, door: null, side: 'left' },
      { code: 'go', floorId: 'f2', turn: 'straight', at: null, towards: 'room', metres: 30 },
      { code: 'arrive', floorId: 'f2', side: 'left' },
    ]);
  });

  test('take the lift where steps cannot be climbed, and say where its door is', () => {
    const told = tell(start, room, 'step-free');
    expect(told.map(({ code }) => code)).toEqual(['go', 'lift', 'go', 'go', 'arrive']);
    expect(told[1]).toMatchObject({ toFloorId: 'f2', up: true, side: 'right' });
    expect(told[2]).toMatchObject({ turn: 'left', metres: 20 });
    expect(told[3]).toMatchObject({ turn: 'left', at: 'desk', metres: 30 });
  });

  test('name the lift that is meant', () => {
    const lift = { ...place('lift-east', 'lift1', [40, 4]), kind: 'lift' as const };
    expect(tell(start, room, 'step-free', [...places, lift])[1]).toMatchObject({
      code: 'lift',
      door: 'lift-east',
    });
  });

  test('call a corner what it was called on the way there, and no two corners the same', () => {
    const sign = place('sign', 'south2', [20, 26], true);
    const bench = place('bench', 'middle2', [18, 1], true);
    const hall = place('hall', 'east2', [40, 0]);
    const told = tell(hall, place('ward', 'south2', [20, 36]), 'any', [bench, desk, sign]);
    expect(told).toMatchObject([
      { code: 'go', towards: 'bench' },
      { code: 'go', at: 'bench' },
      { code: 'arrive' },
    ]);
    const middle = place('middle', 'middle2', [20, -5]);
    expect(tell(middle, hall, 'any', [desk])[0]).toMatchObject({ turn: 'left', at: null });
  });

  test('down again are the same way back', () => {
    expect(tell(room, start, 'any').map(({ code }) => code)).toEqual(['go', 'stairs', 'go', 'arrive']);
    expect(tell(room, start, 'any')[1]).toMatchObject({ up: false });
  });

  test('to where one stands are just the arrival', () => {
    expect(tell(start, place('next-door', 'west1', [0, -5]), 'any')).toEqual([
      { code: 'arrive', floorId: 'f1', side: 'straight' },
    ]);
  });

  test('do not exist where no way leads', () => {
    const find = walkFinder({ nodes, links: links.filter(({ kind }) => kind !== 'lift') }, 'step-free');
    expect(find(start, room)).toBeNull();
  });

  test('have legs floor by floor, and metres that a lift does not add to', () => {
    const walk = walkFinder({ nodes, links }, 'step-free')(start, room);
    expect(walk && legsOf(walk, start).map(({ floorId, points }) => [floorId, points.length])).toEqual([
      ['f1', 4],
      ['f2', 4],
    ]);
    expect(walk).toMatchObject({ metres: 98, seconds: 136 });
  });
});
