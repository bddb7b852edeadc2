import type * as v from 'valibot';
import type { Fault } from '../fault';
import type { PartSource } from '../parts/part';
import { optionalFile } from '../parts/optional-file';
import { readTable, type Row } from '../read-table';
import { buildingRow, floorRow, linkRow, nodeRow, placeRow } from './rows';

export const PLAN_FILES = {
  buildings: 'plan/buildings.tsv',
  floors: 'plan/floors.tsv',
  nodes: 'plan/nodes.tsv',
  links: 'plan/links.tsv',
  places: 'plan/places.tsv',
} as const;

const ROWS = { buildings: buildingRow, floors: floorRow, nodes: nodeRow, links: linkRow, places: placeRow };

export type PlanTables = {
  readonly [K in keyof typeof ROWS]: readonly Row<v.InferOutput<(typeof ROWS)[K]>>[];
};

export const drawingFile = (floorId: string): string => `plan/${floorId}.svg`;

/** The tables of a plan, each row well-formed; null where the folder has no plan at all, or with faults. */
export function readPlanTables(source: PartSource): PlanTables | null {
  const texts = Object.entries(PLAN_FILES).map(([name, file]) => ({
    name,
    file,
    text: optionalFile(source, file),
  }));
  if (texts.every(({ text }) => text === null)) return null;
  const faults: Fault[] = [];
  const tables = texts.map(({ name, file, text }) => {
    if (text === null) {
      faults.push({ file, row: 1, field: '', reason: 'the file is missing or cannot be read' });
      return [name, []] as const;
    }
    return [name, readTable(text, ROWS[name as keyof typeof ROWS], faults)] as const;
  });
  source.faults.push(...faults);
  // Each member was read by the row of its own name.
  return faults.length > 0 ? null : (Object.fromEntries(tables) as unknown as PlanTables);
}
