import * as v from 'valibot';
import type { PriceItem } from '../../../cloudfunctions/_store/price-list';
import { DESKS, ORDER_CATEGORIES } from '../../../core/domain/clinic/order';
import { choice, feeCell, idText, optionalCell, text } from '../schemas/atoms';
import { nameCells, syllablesMatch, SYLLABLES_DIFFER } from '../schemas/pinyin';
import type { HospitalPart } from './part';
import { faultyRows, partTable, repeatedRows } from './part-table';

const file = 'service-items.tsv';

const row = v.object({
  id: idText,
  ...nameCells,
  category: choice(ORDER_CATEGORIES),
  desk: choice(DESKS),
  feeFen: feeCell,
  unit: text(4),
  placeId: idText,
  preparation: optionalCell(text(120)),
});

const priceItem = ({ id, pinyin, ...rest }: v.InferOutput<typeof row>): PriceItem => ({
  ...rest,
  itemId: id,
  pinyin: pinyin.replaceAll(' ', ''),
  initials: pinyin
    .split(' ')
    .map((syllable) => syllable.charAt(0))
    .join(''),
});

/** What can be ordered, what it costs, who does it and where. */
export const priceListPart: HospitalPart = {
  name: 'price-list',
  load: (source) => {
    const rows = partTable(source, file, row);
    if (rows === null) return null;
    repeatedRows(source, rows, { file, field: 'id' });
    faultyRows(source, rows, { file, field: 'pinyin', reason: SYLLABLES_DIFFER }, syllablesMatch);
    return rows.map(({ value }) => priceItem(value));
  },
};
