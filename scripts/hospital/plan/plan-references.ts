import type { Fault } from '../fault';
import type { Row } from '../read-table';
import { PLAN_FILES, type PlanTables } from './plan-files';

type Table = keyof PlanTables;

const fault = (table: Table, { line }: Row<unknown>, field: string, reason: string): Fault => ({
  file: PLAN_FILES[table],
  row: line,
  field,
  reason,
});

const idsOf = (rows: readonly Row<{ id: string }>[]): ReadonlySet<string> =>
  new Set(rows.map(({ value }) => value.id));

function repeated(table: Exclude<Table, 'links'>, tables: PlanTables): Fault[] {
  const seen = new Set<string>();
  return tables[table].flatMap((row) => {
    const { id } = row.value;
    if (seen.has(id)) return [fault(table, row, 'id', `${id} stands twice`)];
    seen.add(id);
    return [];
  });
}

function unknownFloors(table: 'nodes' | 'places', tables: PlanTables): Fault[] {
  const floors = idsOf(tables.floors);
  return tables[table]
    .filter(({ value }) => !floors.has(value.floorId))
    .map((row) => fault(table, row, 'floorId', `${row.value.floorId} is not in ${PLAN_FILES.floors}`));
}

function brokenLinks({ nodes, links }: PlanTables): Fault[] {
  const known = idsOf(nodes);
  return links.flatMap((row) => {
    const { from, to } = row.value;
    const lost = (['from', 'to'] as const)
      .filter((end) => !known.has(row.value[end]))
      .map((end) => fault('links', row, end, `${row.value[end]} is not in ${PLAN_FILES.nodes}`));
    return from === to ? [...lost, fault('links', row, 'to', 'leads back to where it begins')] : lost;
  });
}

function strayPlaces({ nodes, places }: PlanTables): Fault[] {
  const floorOf = new Map(nodes.map(({ value }) => [value.id, value.floorId]));
  return places.flatMap((row) => {
    const { nodeId, floorId } = row.value;
    const found = floorOf.get(nodeId);
    if (found === undefined)
      return [fault('places', row, 'nodeId', `${nodeId} is not in ${PLAN_FILES.nodes}`)];
    return found === floorId
      ? []
      : [fault('places', row, 'nodeId', `${nodeId} is on ${found}, not on ${floorId}`)];
  });
}

/** What the rows of a plan's tables say of each other. */
export function planReferences(tables: PlanTables): Fault[] {
  const buildings = idsOf(tables.buildings);
  return [
    ...(['buildings', 'floors', 'nodes', 'places'] as const).flatMap((table) => repeated(table, tables)),
    ...tables.floors
      .filter(({ value }) => !buildings.has(value.buildingId))
      .map((row) =>
        fault('floors', row, 'buildingId', `${row.value.buildingId} is not in ${PLAN_FILES.buildings}`),
      ),
    ...unknownFloors('nodes', tables),
    ...unknownFloors('places', tables),
    ...brokenLinks(tables),
    ...strayPlaces(tables),
  ];
}
