import type { LaboratoryItemView, report } from '@core/contract/report';
import type { LaboratoryItem } from '@core/domain/report/catalogue';
import { accept } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { laboratory } from '../_store/laboratory';

/** What the laboratory measures, and which of it nobody has checked against a public document yet. */
export const listItems: UseCase<typeof report.procedures.listItems> = async (_input, context) => {
  const { items, panels } = await laboratory.current(context.now);
  return accept({ items: items.map(itemView), panels });
};

function itemView(item: LaboratoryItem): LaboratoryItemView {
  const { code, name, short, unit, decimals, usualWords } = item;
  const rows = [...item.ranges, ...item.critical];
  return {
    code,
    name,
    short,
    unit,
    decimals,
    usualWords,
    rows: rows.length,
    unreviewedRows: rows.filter(({ source }) => source === null).length,
    wordsReviewed: item.source !== null,
  };
}
