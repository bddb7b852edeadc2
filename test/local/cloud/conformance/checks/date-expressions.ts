import type { Check } from '../check';
import { computing, failing } from '../expect';

const DATES = 'MongoDB manual, date expression operators';
/** 2024-02-29 20:15:30.123 UTC, a Thursday; in Shanghai it is already the first of March. */
const AT = new Date(Date.UTC(2024, 1, 29, 20, 15, 30, 123));
const SHANGHAI = 'Asia/Shanghai';

/** Expressions on dates. */
export const DATE_EXPRESSION_CHECKS: Check[] = [
  {
    name: 'dateToString writes a date in a zone',
    source: 'WeChat reference, AggregateCommand.dateToString',
    async run(env) {
      const { dateToString } = env._.aggregate;
      const format = '%Y-%m-%d %H:%M:%S.%L %z';
      const by = dateToString?.({ date: '$at', format, timezone: SHANGHAI });
      await computing(env, { from: { at: AT }, by, to: '2024-03-01 04:15:30.123 +0800' });
    },
  },
  {
    name: 'dateToString has a usual format, and a value for no date',
    source: DATES,
    async run(env) {
      const { dateToString } = env._.aggregate;
      await computing(env, {
        from: { at: AT },
        by: dateToString?.({ date: '$at' }),
        to: '2024-02-29T20:15:30.123Z',
      });
      await computing(env, { by: dateToString?.({ date: '$at' }), to: null });
      await computing(env, { by: dateToString?.({ date: '$at', onNull: 'never' }), to: 'never' });
    },
  },
  {
    name: 'dateToString writes days and weeks of the year',
    source: DATES,
    run: (env) =>
      computing(env, {
        from: { at: new Date(Date.UTC(2021, 0, 3)) },
        by: env._.aggregate['dateToString']?.({ date: '$at', format: '%j %w %u %U %V %G %%' }),
        to: '003 1 7 01 53 2020 %',
      }),
  },
  {
    name: 'dateToString refuses a format it does not know',
    source: "MongoDB: Invalid format character '%Q' in format string",
    run: (env) =>
      failing(env, {
        from: { at: AT },
        by: env._.aggregate['dateToString']?.({ date: '$at', format: '%Q' }),
        text: "Invalid format character '%Q' in format string",
      }),
  },
  {
    name: 'a time zone that does not exist is refused',
    source: 'MongoDB: unrecognized time zone identifier',
    run: (env) =>
      failing(env, {
        from: { at: AT },
        by: env._.aggregate['hour']?.({ date: '$at', timezone: 'Asia/Nowhere' }),
        text: 'unrecognized time zone identifier: "Asia/Nowhere"',
      }),
  },
  {
    name: 'parts of a date are those of UTC, or of the zone asked for',
    source: DATES,
    async run(env) {
      const $ = env._.aggregate;
      const names = ['year', 'month', 'dayOfMonth', 'hour', 'minute', 'second', 'millisecond'];
      const from = { at: AT };
      await computing(env, {
        from,
        by: names.map((name) => $[name]?.('$at')),
        to: [2024, 2, 29, 20, 15, 30, 123],
      });
      const zoned = names.slice(0, 4).map((name) => $[name]?.({ date: '$at', timezone: '+08:00' }));
      await computing(env, { from, by: zoned, to: [2024, 3, 1, 4] });
    },
  },
  {
    name: 'days and weeks are counted from Sunday, and by ISO 8601 from Monday',
    source: DATES,
    async run(env) {
      const $ = env._.aggregate;
      const names = ['dayOfWeek', 'isoDayOfWeek', 'dayOfYear', 'week', 'isoWeek', 'isoWeekYear'];
      const by = names.map((name) => $[name]?.('$at'));
      await computing(env, { from: { at: new Date(Date.UTC(2021, 0, 3)) }, by, to: [1, 7, 3, 1, 53, 2020] });
      await computing(env, { from: { at: AT }, by, to: [5, 4, 60, 8, 9, 2024] });
    },
  },
  {
    name: 'a part of what is no date is refused, of nothing it is null',
    source: "MongoDB: can't convert from BSON type string to Date",
    async run(env) {
      const { year } = env._.aggregate;
      await computing(env, { by: year?.('$at'), to: null });
      await failing(env, {
        from: { at: '2024' },
        by: year?.('$at'),
        text: "can't convert from BSON type string to Date",
      });
    },
  },
  {
    name: 'dateFromParts makes a date of its parts in a zone, and carries over',
    source: DATES,
    async run(env) {
      const { dateFromParts } = env._.aggregate;
      const by = dateFromParts?.({ year: 2024, month: 14, day: 1, hour: 4, timezone: SHANGHAI });
      await computing(env, { by, to: new Date(Date.UTC(2025, 0, 31, 20)) });
      const iso = dateFromParts?.({ isoWeekYear: 2020, isoWeek: 53, isoDayOfWeek: 7 });
      await computing(env, { by: iso, to: new Date(Date.UTC(2021, 0, 3)) });
    },
  },
  {
    name: 'dateFromString reads a date, in a zone where none is written',
    source: DATES,
    async run(env) {
      const { dateFromString } = env._.aggregate;
      const by = [
        dateFromString?.({ dateString: '2024-03-01T04:15', timezone: SHANGHAI }),
        dateFromString?.({ dateString: '2024-02-29' }),
        dateFromString?.({ dateString: '2024-02-29T20:15:30.5+08:00' }),
        dateFromString?.({ dateString: '29/02/2024', format: '%d/%m/%Y' }),
      ];
      const dates = [
        Date.UTC(2024, 1, 29, 20, 15),
        Date.UTC(2024, 1, 29),
        Date.UTC(2024, 1, 29, 12, 15, 30, 500),
        Date.UTC(2024, 1, 29),
      ];
      await computing(env, { by, to: dates.map((date) => new Date(date)) });
    },
  },
  {
    name: 'dateFromString refuses what is no date, or answers what it is told to',
    source: 'MongoDB: Error parsing date string',
    async run(env) {
      const { dateFromString } = env._.aggregate;
      await failing(env, {
        by: dateFromString?.({ dateString: 'tomorrow' }),
        text: "Error parsing date string 'tomorrow'",
      });
      await computing(env, { by: dateFromString?.({ dateString: 'tomorrow', onError: 'bad' }), to: 'bad' });
    },
  },
];
