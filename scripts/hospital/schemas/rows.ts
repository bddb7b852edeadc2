import * as v from 'valibot';
import {
  choice,
  dayText,
  feeCell,
  idText,
  listCell,
  optionalCell,
  phoneText,
  text,
  wholeCell,
} from './atoms';
import { nameCells } from './pinyin';

export const departmentRow = v.object({
  id: idText,
  ...nameCells,
  kind: choice(['clinical', 'technical', 'nursing']),
  order: wholeCell(1, 999),
  floor: text(10),
  place: text(40),
  phone: phoneText,
});

export const clinicRow = v.object({
  id: idText,
  ...nameCells,
  departmentId: idText,
  kind: choice(['ordinary', 'expert', 'special']),
  order: wholeCell(1, 999),
  place: text(40),
  summary: text(120),
  eligibilityId: optionalCell(idText),
  feeFen: optionalCell(feeCell),
  textVersion: text(20),
  prerequisites: optionalCell(text(300)),
  preparation: optionalCell(text(300)),
});

export const practitionerRow = v.object({
  id: idText,
  ...nameCells,
  gender: choice(['female', 'male']),
  title: text(12),
  departmentId: idText,
  clinicIds: v.pipe(listCell(idText), v.minLength(1, 'is empty')),
  specialty: text(200),
  feeFen: feeCell,
});

export const holidayRow = v.object({
  day: dayText,
  name: text(20),
  kind: choice(['closed', 'workday']),
  runsAs: optionalCell(wholeCell(1, 7)),
  basis: choice(['announced', 'statutory', 'hospital']),
});
