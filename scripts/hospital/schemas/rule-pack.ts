import * as v from 'valibot';
import { CLAUSE_IDS } from '../rule-pack-types';
import { dayText, idText, text, timeText, whole } from './atoms';

/** The shares between which the online pool is dialled without closing windows. */
const LOWEST_SHARE_PERCENT = 20;
const HIGHEST_SHARE_PERCENT = 50;
const MINUTES_A_DAY = 1440;

const share = v.pipe(
  v.number(),
  v.integer('must be a whole number of per cent'),
  v.minValue(LOWEST_SHARE_PERCENT, `must be at least ${LOWEST_SHARE_PERCENT} %`),
  v.maxValue(HIGHEST_SHARE_PERCENT, `must be at most ${HIGHEST_SHARE_PERCENT} %`),
);
const version = text(20);
const attempts = v.strictObject({ attempts: whole(1, 100), windowMinutes: whole(1, 30 * MINUTES_A_DAY) });
const age = v.nullable(whole(0, 150));

const slotLengths = v.pipe(
  v.array(v.strictObject({ from: dayText, minutes: whole(30, 240) })),
  v.minLength(1, 'is empty'),
);

const limits = {
  booking: v.strictObject({
    horizonDays: whole(1, 90),
    releaseTime: timeText,
    sameDayCutOffMinutes: whole(0, MINUTES_A_DAY),
    onlineSharePercent: share,
    onlineShareCeilingPercent: share,
  }),
  holds: v.strictObject({
    holdMinutes: whole(2, 120),
    orderExpiryMinutes: whole(1, 120),
    maxUnpaidPerUser: whole(1, 20),
    coolDown: v.strictObject({
      lapses: whole(1, 100),
      windowMinutes: whole(1, 30 * MINUTES_A_DAY),
      minutes: whole(1, 30 * MINUTES_A_DAY),
    }),
  }),
  limits: v.strictObject({
    // More than one visit to the same doctor on a day is never allowed; the key says so in the hospital's rules.
    perDoctorDay: whole(1, 1),
    perDepartmentDay: whole(1, 20),
    perDay: whole(1, 20),
    total: whole(1, 100),
  }),
  refund: v.strictObject({
    policy: v.picklist(['A', 'B']),
    days: whole(0, 30),
    countVisitDayAsFirst: v.boolean(),
  }),
  bills: v.strictObject({
    codeMinutes: whole(5, MINUTES_A_DAY),
    orderMinutes: whole(2, 120),
    payDays: whole(0, 30),
  }),
  addOns: v.strictObject({ perSession: whole(0, 50), holdMinutes: whole(5, 24 * 60) }),
  criticalValues: v.pipe(
    v.strictObject({
      departmentAfterMinutes: whole(5, MINUTES_A_DAY),
      hospitalAfterMinutes: whole(5, MINUTES_A_DAY),
    }),
    v.check(
      ({ departmentAfterMinutes, hospitalAfterMinutes }) => departmentAfterMinutes <= hospitalAfterMinutes,
      'the hospital must not come before the department',
    ),
  ),
  binding: v.strictObject({
    perUser: attempts,
    perIdentityNumber: attempts,
    maxPatientsPerUser: whole(1, 20),
    childBelowYears: whole(1, 18),
  }),
};

const texts = {
  eligibility: v.array(
    v.strictObject({
      id: idText,
      version,
      gender: v.nullable(v.picklist(['female', 'male'])),
      minAge: age,
      maxAge: age,
      label: text(40),
      text: text(300),
    }),
  ),
  clauses: v.array(v.strictObject({ id: v.picklist(CLAUSE_IDS), version, text: text(300) })),
  consents: v.array(
    v.strictObject({
      id: idText,
      version,
      title: text(40),
      paragraphs: v.pipe(v.array(text(1000)), v.minLength(1, 'is empty')),
    }),
  ),
  retention: v.array(v.strictObject({ id: idText, what: text(60), why: text(300) })),
};

export const rulePackSchema = v.strictObject({ id: idText, version, slotLengths, ...limits, ...texts });

export type RulePackFile = v.InferOutput<typeof rulePackSchema>;
