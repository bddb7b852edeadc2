import type {
  Citation,
  GroupBounds,
  LaboratoryCatalogue,
  LaboratoryItem,
} from '../../../core/domain/report/catalogue';
import type { InferOutput } from 'valibot';
import type { Row } from '../read-table';
import {
  laboratoryItemRow,
  laboratoryPanelRow,
  laboratoryRangeRow,
  laboratorySourceRow,
} from '../schemas/laboratory';
import type { HospitalPart, PartSource } from './part';
import { faultyRows, partTable, repeatedRows } from './part-table';

const ITEMS = 'laboratory-items.tsv';
const RANGES = 'laboratory-ranges.tsv';
const PANELS = 'laboratory-panels.tsv';
const SOURCES = 'laboratory-sources.tsv';
/** Written in the place of a source as long as nobody has checked the row. */
const UNREVIEWED = 'unreviewed';

type ItemRow = InferOutput<typeof laboratoryItemRow>;
type RangeRow = InferOutput<typeof laboratoryRangeRow>;
type PanelRow = InferOutput<typeof laboratoryPanelRow>;

/** What the laboratory measures, what is usual for whom, and which public document says so. */
export const laboratoryPart: HospitalPart = {
  name: 'laboratory',
  load: (source): LaboratoryCatalogue | null => {
    const items = partTable(source, ITEMS, laboratoryItemRow);
    if (items === null) return null;
    const ranges = partTable(source, RANGES, laboratoryRangeRow) ?? [];
    const panels = partTable(source, PANELS, laboratoryPanelRow) ?? [];
    const citations = loadCitations(source);
    check(source, { items, ranges, panels }, citations);
    const rows = ranges.map(({ value }) => value);
    return {
      items: items.map(({ value }) => itemOf(value, rows, citations)),
      panels: panels.map(({ value: { id: panelId, ...rest } }) => ({ panelId, ...rest })),
    };
  },
};

type Citations = ReadonlyMap<string, Citation | null>;

function loadCitations(source: PartSource): Citations {
  const rows = partTable(source, SOURCES, laboratorySourceRow) ?? [];
  repeatedRows(source, rows, { file: SOURCES, field: 'id' });
  return new Map<string, Citation | null>([
    [UNREVIEWED, null],
    ...rows.map(({ value: { id, ...citation } }): [string, Citation] => [id, citation]),
  ]);
}

interface Tables {
  readonly items: readonly Row<ItemRow>[];
  readonly ranges: readonly Row<RangeRow>[];
  readonly panels: readonly Row<PanelRow>[];
}

function check(source: PartSource, { items, ranges, panels }: Tables, citations: Citations): void {
  const codes = new Set(items.map(({ value }) => value.code));
  const cited = { field: 'source', reason: `is neither in ${SOURCES} nor ${UNREVIEWED}` } as const;
  const known = ({ source: id }: { readonly source: string }): boolean => citations.has(id);
  repeatedRows(source, items, { file: ITEMS, field: 'code' });
  faultyRows(source, items, { file: ITEMS, ...cited }, known);
  faultyRows(source, ranges, { file: RANGES, ...cited }, known);
  faultyRows(source, ranges, { file: RANGES, field: 'code', reason: `is not in ${ITEMS}` }, ({ code }) =>
    codes.has(code),
  );
  faultyRows(
    source,
    ranges,
    { file: RANGES, field: 'high', reason: 'is below low' },
    ({ low, high }) => low === null || high === null || low < high,
  );
  repeatedRows(source, panels, { file: PANELS, field: 'id' });
  faultyRows(source, panels, { file: PANELS, field: 'codes', reason: `are not all in ${ITEMS}` }, (panel) =>
    panel.codes.every((code) => codes.has(code)),
  );
}

function itemOf(row: ItemRow, rows: readonly RangeRow[], citations: Citations): LaboratoryItem {
  const bounds = (kind: RangeRow['kind']): GroupBounds[] =>
    rows
      .filter((one) => one.code === row.code && one.kind === kind)
      .map(({ sex, pregnant, from, to, low, high, source }) => ({
        sex,
        pregnant,
        from,
        to,
        low,
        high,
        source: citations.get(source) ?? null,
      }));
  return {
    ...row,
    ranges: bounds('range'),
    critical: bounds('critical'),
    source: citations.get(row.source) ?? null,
  };
}
