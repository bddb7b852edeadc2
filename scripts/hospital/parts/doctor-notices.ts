import * as v from 'valibot';
import type { DoctorNotice } from '../../../cloudfunctions/_store/doctor-notices';
import { dayText, idText, optionalCell, text } from '../schemas/atoms';
import type { HospitalPart } from './part';
import { faultyRows, partTable } from './part-table';

const file = 'doctor-notices.tsv';

const row = v.object({
  practitionerId: idText,
  from: dayText,
  to: optionalCell(dayText),
  text: text(120),
});

/** What doctors say on their own pages. */
export const doctorNoticesPart: HospitalPart = {
  name: 'doctor-notices',
  load: (source) => {
    const rows = partTable(source, file, row);
    if (rows === null) return null;
    const doctors = new Set(source.folder.practitioners.map(({ value }) => value.id));
    faultyRows(
      source,
      rows,
      { file, field: 'practitionerId', reason: 'is not in practitioners.tsv' },
      ({ practitionerId }) => doctors.has(practitionerId),
    );
    faultyRows(
      source,
      rows,
      { file, field: 'to', reason: 'is before from' },
      ({ from, to }) => to === null || to >= from,
    );
    return rows.map(({ value }): DoctorNotice => value);
  },
};
