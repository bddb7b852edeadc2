import * as v from 'valibot';
import { readSpecialties } from '../../../core/domain/triage/read-knowledge';
import type { SpecialtyRoute } from '../../../core/domain/triage/offers';
import { knowledgeTable } from '../../triage/read-triage-knowledge';
import { idText, listCell, text } from '../schemas/atoms';
import type { HospitalPart } from './part';
import { faultyRows, partTable, repeatedRows } from './part-table';

const file = 'triage-routes.tsv';
const emptyOr = (maximum: number) => v.union([v.literal(''), text(maximum)]);

const row = v.object({
  specialtyId: idText,
  clinicIds: listCell(idText),
  elsewhere: emptyOr(60),
  place: emptyOr(40),
});

/** Beside the specialties: the emergency departments for adults and for children. */
const EMERGENCY = ['emergency', 'emergency-child'];

/** Which clinic sees which specialty of the symptom guide. */
export const triageRoutesPart: HospitalPart = {
  name: 'triage-routes',
  load: (source): readonly SpecialtyRoute[] | null => {
    const rows = partTable(source, file, row);
    if (rows === null) return null;
    const clinics = new Set(source.folder.clinics.map(({ value }) => value.id));
    const specialties = new Set([
      ...EMERGENCY,
      ...readSpecialties(knowledgeTable('specialties')).map(({ id }) => id),
    ]);
    repeatedRows(source, rows, { file, field: 'specialtyId' });
    faultyRows(source, rows, { file, field: 'specialtyId', reason: 'is no specialty of the guide' }, (one) =>
      specialties.has(one.specialtyId),
    );
    faultyRows(source, rows, { file, field: 'clinicIds', reason: 'are not all in clinics.tsv' }, (one) =>
      one.clinicIds.every((id) => clinics.has(id)),
    );
    faultyRows(
      source,
      rows,
      { file, field: 'elsewhere', reason: 'is empty, and so are clinicIds and place' },
      ({ clinicIds, elsewhere, place }) => clinicIds.length > 0 || elsewhere !== '' || place !== '',
    );
    return rows.map(({ value }) => value);
  },
};
