import { LINK_KINDS, PLACE_KINDS } from '../../../core/domain/guide/plan';
import * as v from 'valibot';
import { choice, idText, listCell, optionalCell, text, wholeCell } from '../schemas/atoms';

/** Metres on the hospital's ground plan. */
const metresCell = v.pipe(
  v.string(),
  v.regex(/^\d{1,4}(\.\d{1,2})?$/, 'must be metres, such as 12 or 12.5'),
  v.transform(Number),
);

export const buildingRow = v.object({ id: idText, name: text(20) });

export const floorRow = v.object({
  id: idText,
  buildingId: idText,
  name: text(20),
  level: wholeCell(-9, 60),
});

export const nodeRow = v.object({ id: idText, floorId: idText, x: metresCell, y: metresCell });

/** Empty metres follow from the coordinates, empty seconds from the metres. */
export const linkRow = v.object({
  from: idText,
  to: idText,
  kind: choice(LINK_KINDS),
  metres: optionalCell(metresCell),
  seconds: optionalCell(wholeCell(1, 3600)),
});

export const placeRow = v.object({
  id: idText,
  floorId: idText,
  nodeId: idText,
  x: metresCell,
  y: metresCell,
  kind: choice(PLACE_KINDS),
  area: optionalCell(text(10)),
  name: text(24),
  words: listCell(text(40)),
  landmark: v.pipe(
    choice(['', 'yes']),
    v.transform((value) => value === 'yes'),
  ),
});
