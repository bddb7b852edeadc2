/** How one gets along a link. Steps and stairs are what a wheelchair or a pram cannot do. */
export const LINK_KINDS = ['walk', 'door', 'ramp', 'bridge', 'crossing', 'lift', 'steps', 'stairs'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

export const PLACE_KINDS = [
  'gate',
  'entrance',
  'parking',
  'service',
  'room',
  'desk',
  'waiting',
  'laboratory',
  'imaging',
  'pharmacy',
  'emergency',
  'ward',
  'toilet',
  'lift',
  'stairs',
  'amenity',
] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

export interface Building {
  readonly buildingId: string;
  readonly name: string;
}

/** One storey, or the open ground between the buildings. */
export interface Floor {
  readonly floorId: string;
  readonly buildingId: string;
  /** As people say it: 门诊楼 2 楼. */
  readonly name: string;
  /** 0 is the open ground, 1 the first storey, -1 the first below ground. */
  readonly level: number;
}

/** A point on the way. Metres on the hospital's own ground plan, x to the east and y to the south; all floors share it. */
export interface PlanNode {
  readonly nodeId: string;
  readonly floorId: string;
  readonly x: number;
  readonly y: number;
}

/** Both ways. */
export interface PlanLink {
  readonly from: string;
  readonly to: string;
  readonly kind: LinkKind;
  readonly metres: number;
  readonly seconds: number;
}

/** Where one may want to go. `x`, `y` is the middle of the place; `nodeId` the point of the way in front of it. */
export interface Place {
  readonly placeId: string;
  readonly floorId: string;
  readonly nodeId: string;
  readonly x: number;
  readonly y: number;
  readonly kind: PlaceKind;
  /** Part of the floor, such as A 区; empty where the floor has none. */
  readonly area: string;
  readonly name: string;
  /** What else it is called on other pages and in everyday words. */
  readonly words: readonly string[];
  /** Easily seen from afar: named in directions, and to say where one stands. */
  readonly landmark: boolean;
}

/** Somebody or something that a person may look for, and the place where it is found. */
export interface Finding {
  readonly kind: 'doctor' | 'clinic' | 'department';
  /** Id of the doctor, clinic or department. */
  readonly id: string;
  readonly name: string;
  /** Full pinyin and initials, for search; empty where unknown. */
  readonly pinyin: string;
  readonly initials: string;
  /** Department and title of a doctor, department of a clinic; empty where there is nothing to add. */
  readonly note: string;
  readonly placeId: string;
}

/** A shape of a floor's drawing; the phone chooses the colours. */
export const SHAPE_KINDS = [
  'ground',
  'building',
  'room',
  'blank',
  'desk',
  'open',
  'wet',
  'lift',
  'stairs',
  'parking',
  'green',
  'road',
] as const;
export type ShapeKind = (typeof SHAPE_KINDS)[number];

/** What a floor looks like, in metres. */
export interface Drawing {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Corners x, y, x, y …: closed, but for a road, which is a line along its middle. */
  readonly shapes: readonly { readonly kind: ShapeKind; readonly points: readonly number[] }[];
  readonly labels: readonly {
    readonly x: number;
    readonly y: number;
    readonly text: string;
    /** The name of a whole building or gate. */
    readonly large: boolean;
  }[];
}

/** Everything that finding the way needs. */
export interface Plan {
  readonly buildings: readonly Building[];
  readonly floors: readonly Floor[];
  readonly nodes: readonly PlanNode[];
  readonly links: readonly PlanLink[];
  readonly places: readonly Place[];
}

/** A plan with what its floors look like: floor id → drawing. */
export interface HospitalPlan extends Plan {
  readonly drawings: Readonly<Record<string, Drawing>>;
}

/** What a person can do: everything, or no steps and no stairs. */
export type Mobility = 'any' | 'step-free';

const BARRIERS: ReadonlySet<LinkKind> = new Set(['steps', 'stairs']);

export const isPassable = (kind: LinkKind, mobility: Mobility): boolean =>
  mobility === 'any' || !BARRIERS.has(kind);
