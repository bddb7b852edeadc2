import * as v from 'valibot';
import { idText, listCell, phoneText, text, whole } from './atoms';

const tenths = whole(300, 450);
const flagDays = whole(0, 60);
const FLAGS = ['fever-clinic', 'children-fever-clinic', 'emergency'] as const;

const question = v.strictObject({
  questionId: idText,
  text: text(60),
  note: v.nullable(text(60)),
  leadsTo: v.picklist(['emergency', 'fever-clinic', 'green-channel']),
  flagDays,
  onlyFor: v.nullable(
    v.strictObject({ gender: v.nullable(v.picklist(['female', 'male'])), minAgeYears: whole(0, 120) }),
  ),
});

const gate = v.strictObject({
  version: text(20),
  feverTenths: tenths,
  feverFlagDays: flagDays,
  emergencyTenths: tenths,
  lowestTenths: tenths,
  highestTenths: tenths,
  childBelowYears: whole(1, 18),
  questions: v.pipe(v.array(question), v.minLength(1, 'is empty'), v.maxLength(40, 'is too long')),
  openClinics: v.strictObject(v.entriesFromList(FLAGS, v.array(idText))),
});

const destination = v.strictObject({
  name: text(20),
  place: text(40),
  placeId: idText,
  phone: v.nullable(phoneText),
});

const priority = v.strictObject({
  priority: v.picklist(['emergency', 'green-channel', 'courtesy']),
  before: v.picklist(['session', 'half-hour']),
});

const queue = v.strictObject({
  priorities: v.array(priority),
  courtesyFromYears: whole(40, 150),
  checkInOpensMinutes: whole(10, 1440),
  passedBehind: v.pipe(v.array(whole(1, 99)), v.minLength(1, 'is empty')),
  returningBehind: whole(0, 99),
  transferredBehind: whole(0, 99),
  recentVisits: whole(1, 50),
  fewestVisits: whole(1, 50),
  usualMinutes: v.strictObject({ shortest: whole(1, 240), longest: whole(1, 240) }),
});

/** visit.json: what the gate asks, where it sends people, and the order in which they are called. */
export const visitSchema = v.strictObject({
  gate,
  clause: v.strictObject({ version: text(20), text: text(300) }),
  destinations: v.strictObject(v.entriesFromList(FLAGS, destination)),
  queue,
  areaCodes: v.picklist(['printed', 'daily']),
});

export type VisitFile = v.InferOutput<typeof visitSchema>;

/** areas.tsv */
export const areaRow = v.object({
  id: idText,
  name: text(20),
  placeId: idText,
  place: text(40),
  clinicIds: v.pipe(listCell(idText), v.minLength(1, 'is empty')),
});
