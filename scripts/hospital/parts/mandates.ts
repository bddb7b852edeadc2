import * as v from 'valibot';
import type { MandateRules } from '../../../cloudfunctions/_store/mandate-rules';
import { VOLUNTEER_SCOPES } from '../../../core/contract/access';
import { readJson } from '../read-json';
import { whole } from '../schemas/atoms';
import { optionalFile } from './optional-file';
import type { HospitalPart } from './part';

const FAMILY_SCOPES = ['triage', 'book', 'check-in', 'way', 'pay', 'reports'] as const;

/** Several different ones, in the order in which they are offered. */
const some = <S extends v.GenericSchema>(item: S) =>
  v.pipe(
    v.array(item),
    v.minLength(1, 'offers nothing'),
    v.check((items) => new Set(items).size === items.length, 'offers something twice'),
  );

const minutes = (most: number) => whole(1, most);

const schema = v.strictObject({
  family: v.strictObject({
    scopes: some(v.picklist(FAMILY_SCOPES)),
    days: some(whole(1, 3660)),
    askMinutes: minutes(10_080),
  }),
  assistance: v.strictObject({
    purposes: some(v.picklist(VOLUNTEER_SCOPES)),
    minutes: some(minutes(480)),
    helpCodeMinutes: minutes(120),
    badgeCodeMinutes: minutes(480),
    answerMinutes: minutes(60),
    awayMinutes: minutes(120),
    requestMinutes: minutes(480),
    comeMinutes: minutes(240),
  }),
  codeTriesPerHour: whole(1, 100),
});

/** How people act for each other in this hospital. */
export const mandatesPart: HospitalPart = {
  name: 'mandates',
  load: (source): MandateRules | null => {
    const file = optionalFile(source, 'mandates.json');
    return file && (readJson(file, schema, source.faults)?.value ?? null);
  },
};
