import type { Drawing, HospitalPlan, PlanLink } from '../../../core/domain/guide/plan';
import { readSource } from '../files';
import type { PartSource } from '../parts/part';
import { drawingFile, readPlanTables, type PlanTables } from './plan-files';
import { planReferences } from './plan-references';
import { readSvg } from './read-svg';

/** Metres a second of somebody who is not in a hurry. */
const WALKING_SPEED = 1;

type LinkRow = PlanTables['links'][number]['value'];
type NodeRow = PlanTables['nodes'][number]['value'];

function linkOf({ metres, seconds, ...link }: LinkRow, nodes: ReadonlyMap<string, NodeRow>): PlanLink {
  const [from, to] = [nodes.get(link.from), nodes.get(link.to)];
  const apart = from && to ? Math.hypot(from.x - to.x, from.y - to.y) : 0;
  const walked = metres ?? Math.round(apart * 10) / 10;
  return { ...link, metres: walked, seconds: seconds ?? Math.max(1, Math.round(walked / WALKING_SPEED)) };
}

function drawingsOf(source: PartSource, floorIds: readonly string[]): Record<string, Drawing> {
  return Object.fromEntries(
    floorIds.flatMap((floorId) => {
      const text = readSource(source.directory, drawingFile(floorId), source.faults);
      const drawing = text === null ? null : readSvg(text, source.faults);
      return drawing === null ? [] : [[floorId, drawing] as const];
    }),
  );
}

/** The plan of a hospital's folder; null where it has none, or with faults. */
export function loadPlan(source: PartSource): HospitalPlan | null {
  const tables = readPlanTables(source);
  if (tables === null) return null;
  source.faults.push(...planReferences(tables));
  const values = <T>(rows: readonly { readonly value: T }[]): T[] => rows.map(({ value }) => value);
  const nodes = new Map(values(tables.nodes).map((node) => [node.id, node]));
  return {
    buildings: values(tables.buildings).map(({ id, name }) => ({ buildingId: id, name })),
    floors: values(tables.floors).map(({ id, ...floor }) => ({ floorId: id, ...floor })),
    nodes: values(tables.nodes).map(({ id, ...node }) => ({ nodeId: id, ...node })),
    links: values(tables.links).map((link) => linkOf(link, nodes)),
    places: values(tables.places).map(({ id, area, ...place }) => ({
      placeId: id,
      ...place,
      area: area ?? '',
    })),
    drawings: drawingsOf(
      source,
      values(tables.floors).map(({ id }) => id),
    ),
  };
}
