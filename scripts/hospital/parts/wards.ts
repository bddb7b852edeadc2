import * as v from 'valibot';
import type { Ward } from '../../../cloudfunctions/_store/wards';
import { idText, phoneText, text } from '../schemas/atoms';
import type { HospitalPart } from './part';
import { faultyRows, partTable, repeatedRows } from './part-table';

const file = 'wards.tsv';

const row = v.object({ id: idText, name: text(20), departmentId: idText, placeId: idText, phone: phoneText });

/** Where patients are admitted. */
export const wardsPart: HospitalPart = {
  name: 'wards',
  load: (source) => {
    const rows = partTable(source, file, row);
    if (rows === null) return null;
    const departments = new Set(source.folder.departments.map(({ value }) => value.id));
    repeatedRows(source, rows, { file, field: 'id' });
    faultyRows(
      source,
      rows,
      { file, field: 'departmentId', reason: 'is not in departments.tsv' },
      ({ departmentId }) => departments.has(departmentId),
    );
    return rows.map(({ value: { id: wardId, ...rest } }): Ward => ({ wardId, ...rest }));
  },
};
