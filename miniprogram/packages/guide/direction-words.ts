import type { Direction } from '@core/domain/guide/directions';
import type { Turn } from '@core/domain/guide/bearing';
import type { Floor, Place, PlaceKind } from '@core/domain/guide/plan';
import type { KeptPlan } from '../../services/plan';

/** A direction as one says it, with the sign that stands before it. */
export interface DirectionWords {
  readonly icon: string;
  readonly text: string;
}

type Go = Extract<Direction, { code: 'go' }>;
type Cross = Extract<Direction, { code: 'cross' }>;
type Ride = Extract<Direction, { code: 'lift' | 'stairs' }>;
type Arrival = Extract<Direction, { code: 'arrive' }>;

const TURN: Readonly<Record<Turn, string>> = { straight: '直走', left: '左转', right: '右转', back: '掉头' };
const TURN_ICON: Readonly<Record<Turn, string>> = {
  straight: 'arrow-up',
  left: 'arrow-left',
  right: 'arrow',
  back: 'replay',
};
const SIDE: Readonly<Record<Turn, string>> = {
  straight: '就在前面',
  left: '在您左手边',
  right: '在您右手边',
  back: '在您身后',
};
const LEFT_BEHIND: Partial<Record<Direction['code'], string>> = { lift: '出电梯', stairs: '出楼梯' };

/** One steps out of these; to anything else one turns one's back. */
const ROOMS: ReadonlySet<PlaceKind> = new Set([
  'room',
  'laboratory',
  'imaging',
  'pharmacy',
  'emergency',
  'ward',
  'toilet',
  'amenity',
]);

/** Words for the directions from one place to another. */
export class Wording {
  private readonly places: ReadonlyMap<string, Place>;
  private readonly floors: ReadonlyMap<string, Floor>;
  private readonly buildings: ReadonlyMap<string, string>;

  constructor(
    plan: Pick<KeptPlan, 'places' | 'floors' | 'buildings'>,
    private readonly start: Place,
    private readonly goal: Place,
  ) {
    this.places = new Map(plan.places.map((place) => [place.placeId, place]));
    this.floors = new Map(plan.floors.map((floor) => [floor.floorId, floor]));
    this.buildings = new Map(plan.buildings.map(({ buildingId, name }) => [buildingId, name]));
  }

  /** A direction, with the one before it: who steps out of a lift is told so. */
  of(direction: Direction, before: Direction | undefined): DirectionWords {
    switch (direction.code) {
      case 'go':
        return this.go(direction, before);
      case 'lift':
      case 'stairs':
        return this.ride(direction);
      case 'cross':
        return this.cross(direction);
      case 'arrive':
        return this.arrive(direction);
    }
  }

  private name(placeId: string | null): string {
    return placeId === null ? '' : apart(this.places.get(placeId)?.name ?? '');
  }

  /** Outdoors there is no door to step out of. */
  private leaving(): string {
    const { kind, floorId, placeId } = this.start;
    const isOutdoors = this.floors.get(floorId)?.level === 0;
    return ROOMS.has(kind) && !(kind === 'amenity' && isOutdoors) ? '出门' : `背对${this.name(placeId)}，`;
  }

  private go({ turn, at, towards, metres }: Go, before: Direction | undefined): DirectionWords {
    const where = this.turningPoint(at, before);
    const aim = this.name(towards);
    const far = `${metres} 米`;
    if (turn === null) {
      return { icon: 'arrow-up', text: aim === '' ? `往前走 ${far}` : `朝${aim}的方向走 ${far}` };
    }
    const toGoal = towards === this.goal.placeId ? '就到了' : aim === '' ? '' : `到${aim}`;
    const walk = turn === 'straight' ? `直走 ${far}` : `${TURN[turn]}，走 ${far}`;
    return { icon: TURN_ICON[turn], text: `${where}${walk}${toGoal === '' ? '' : `，${toGoal}`}` };
  }

  private turningPoint(at: string | null, before: Direction | undefined): string {
    if (before === undefined) return this.leaving();
    const out = LEFT_BEHIND[before.code];
    if (out !== undefined) return out;
    return at === null ? '' : `在${this.name(at)}`;
  }

  private ride({ code, toFloorId, up, door, side }: Ride): DirectionWords {
    const to = this.floors.get(toFloorId);
    const storey = to === undefined ? '' : shortFloor(to, this.buildings.get(to.buildingId) ?? '');
    const how = code === 'lift' ? '坐电梯' : '走楼梯';
    const where = this.name(door) || (code === 'lift' ? '电梯' : '楼梯');
    return {
      icon: up ? 'upgrade' : 'down',
      text: `${where.trim()}${SIDE[side]}，${how}${up ? '上' : '下'}到${apart(storey)}`,
    };
  }

  private cross({ floorId, toFloorId, by }: Cross): DirectionWords {
    const from = this.floors.get(floorId);
    const to = this.floors.get(toFloorId);
    const outdoors = to?.level === 0;
    const target = outdoors
      ? `出${this.building(from)}`
      : `进${from?.level === 0 ? this.building(to) : (to?.name ?? '')}`;
    const way = { steps: outdoors ? '下台阶，' : '上台阶，', ramp: '走坡道，', bridge: '过连廊，' } as const;
    const prefix = by === 'steps' || by === 'ramp' || by === 'bridge' ? way[by] : '';
    return { icon: 'wap-home-o', text: `${prefix}${target}` };
  }

  private building(floor: Floor | undefined): string {
    return this.buildings.get(floor?.buildingId ?? '') ?? '';
  }

  private arrive({ side }: Arrival): DirectionWords {
    return { icon: 'location-o', text: `到了：${this.goal.name}，${SIDE[side]}` };
  }
}

/** Digits and letters stand a little apart from the character before them: 到 5 号磁共振室. */
const apart = (name: string): string => (/^[\dA-Za-z]/.test(name) ? ` ${name}` : name);

/** 2 楼, where it is clear which building is meant. */
export const shortFloor = ({ name }: Floor, building: string): string =>
  building !== '' && name.startsWith(building) ? name.slice(building.length).trim() : name;

/** 约 3 分钟 */
export const spokenMinutes = (seconds: number): string => `约 ${Math.max(1, Math.ceil(seconds / 60))} 分钟`;
