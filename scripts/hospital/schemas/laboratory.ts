import * as v from 'valibot';
import { ageBound } from '../../../core/domain/report/age';
import { choice, idText, listCell, optionalCell, text, wholeCell } from './atoms';

const code = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z0-9-]{0,39}$/, 'must be a code: lower-case letters, digits or hyphens, a letter first'),
);

const age = v.pipe(
  v.string(),
  v.check((value) => ageBound(value) !== null, 'must be an age such as 28d, 6m or 18y'),
  v.transform((value) => ageBound(value)),
);

const decimal = v.pipe(
  v.string(),
  v.regex(/^\d{1,7}(?:\.\d{1,4})?$/, 'must be a number, 0 or more'),
  v.transform(Number),
);

const yes = v.pipe(
  v.string(),
  v.picklist(['', 'yes']),
  v.transform((value) => value === 'yes'),
);

const words = (maximum: number) =>
  v.pipe(
    optionalCell(text(maximum)),
    v.transform((value) => value ?? ''),
  );

export const laboratoryItemRow = v.object({
  code,
  loinc: optionalCell(v.pipe(v.string(), v.regex(/^\d{1,7}-\d$/, 'must be a LOINC code'))),
  name: text(30),
  short: text(10),
  unit: words(10),
  decimals: wholeCell(0, 4),
  usualWords: listCell(text(10)),
  doctorFirst: yes,
  about: text(60),
  whenHigh: words(60),
  whenLow: words(60),
  source: idText,
});

export const laboratoryRangeRow = v.object({
  code,
  kind: choice(['range', 'critical']),
  sex: optionalCell(v.picklist(['female', 'male'])),
  pregnant: yes,
  from: optionalCell(age),
  to: optionalCell(age),
  low: optionalCell(decimal),
  high: optionalCell(decimal),
  source: idText,
});

export const laboratoryPanelRow = v.object({
  id: idText,
  name: text(30),
  itemIds: listCell(idText),
  codes: v.pipe(listCell(code), v.minLength(1, 'names no item')),
});

export const laboratorySourceRow = v.object({
  id: idText,
  title: text(120),
  address: v.pipe(v.string(), v.regex(/^https?:\/\/\S{4,200}$/, 'must be an address')),
});
