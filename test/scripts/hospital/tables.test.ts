import { describe, expect, test } from '@jest/globals';
import { formatFault, loadEdited } from './broken-folder';

/** A rule, an edit of the good folder that breaks it, and all that is then said. */
type Sample = readonly [rule: string, from: string, to: string, ...expected: string[]];

function samples(file: string, rows: readonly Sample[]): void {
  describe(file, () => {
    for (const [rule, from, to, ...expected] of rows)
      test(rule, () => {
        const loaded = loadEdited({ file, from, to });
        expect(loaded.ok ? [] : loaded.faults.map(formatFault)).toEqual(expected);
      });
  });
}

const ID = 'must be an id: 2–40 lower-case letters, digits or hyphens, a letter first';
const FEN = 'must be a whole amount of fen, 0 or more (2500 is ¥25.00)';

samples('departments.tsv', [
  ['an id is written as an id', 'children\t儿科', 'Er_Ke\t儿科', `departments.tsv:3 id — ${ID}`],
  ['a name is there', '全科\tquan ke', '\tquan ke', 'departments.tsv:2 name — is empty'],
  [
    'a name is not endless',
    '全科\tquan ke',
    `${'科'.repeat(41)}\tquan ke`,
    'departments.tsv:2 name — is longer than 40 characters',
  ],
  [
    'a name holds no control character',
    '全科\tquan ke',
    '全\u0007科\tquan ke',
    'departments.tsv:2 name — holds a control character',
  ],
  [
    'pinyin is lower case without tones',
    'quan ke',
    'Quán kē',
    'departments.tsv:2 pinyin — must be pinyin in lower case with a space after each syllable',
  ],
  [
    'pinyin has a syllable for each character',
    'quan ke',
    'quanke',
    'departments.tsv:2 pinyin — must have one syllable for each Chinese character of the name',
  ],
  [
    'the kind is a known one',
    'clinical\t20',
    'surgical\t20',
    'departments.tsv:3 kind — must be one of: clinical, technical, nursing',
  ],
  [
    'the order is a number',
    'clinical\t20',
    'clinical\tlast',
    'departments.tsv:3 order — must be a whole number',
  ],
  ['the order is above 0', 'clinical\t20', 'clinical\t0', 'departments.tsv:3 order — must be at least 1'],
  [
    'an id is used once',
    'children\t儿科',
    'family\t儿科',
    'clinics.tsv:4 departmentId — children is not in departments.tsv',
    'departments.tsv:3 id — the id is already used in row 2',
    'practitioners.tsv:4 departmentId — children is not in departments.tsv',
  ],
]);

samples('clinics.tsv', [
  [
    'the department is a known one',
    'shi\tchildren',
    'shi\teye',
    'clinics.tsv:4 departmentId — eye is not in departments.tsv',
  ],
  [
    'the condition is a known one',
    'children\t\t2026',
    'toddlers\t\t2026',
    'clinics.tsv:4 eligibilityId — toddlers is not in rule-pack.json, eligibility',
  ],
  [
    'the kind is a known one',
    'children\tordinary',
    'children\tgold',
    'clinics.tsv:4 kind — must be one of: ordinary, expert, special',
  ],
  ['a fee is a whole amount of fen', '\t0\t2026', '\t0.5\t2026', `clinics.tsv:3 feeFen — ${FEN}`],
  ['a text has a version', '\t0\t2026-a', '\t0\t', 'clinics.tsv:3 textVersion — is empty'],
]);

samples('practitioners.tsv', [
  ['a fee is a whole amount of fen', '\t750', '\t7.50', `practitioners.tsv:4 feeFen — ${FEN}`],
  ['a fee is not negative', '\t750', '\t-750', `practitioners.tsv:4 feeFen — ${FEN}`],
  ['a fee is believable', '\t750', '\t75000000', 'practitioners.tsv:4 feeFen — is above ¥100,000.00'],
  ['gender is known', 'male\t副', 'm\t副', 'practitioners.tsv:3 gender — must be one of: female, male'],
  [
    'a department is a known one',
    '医师\tchildren',
    '医师\teye',
    'practitioners.tsv:4 departmentId — eye is not in departments.tsv',
  ],
  [
    'a clinic is a known one',
    'family-advice\t高',
    'family-eye\t高',
    'practitioners.tsv:2 clinicIds — family-eye is not in clinics.tsv',
    'schedules.tsv:3 clinicId — dr-tian does not work in family-advice: see clinicIds in practitioners.tsv',
  ],
  [
    'a clinic is named once',
    'family-advice\t高',
    'family-advice，family-general\t高',
    'practitioners.tsv:2 clinicIds — names a clinic twice',
  ],
  ['a doctor works somewhere', 'family-general\t全科', '\t全科', 'practitioners.tsv:3 clinicIds — is empty'],
]);

samples('holidays.tsv', [
  ['a day is real', '2026-10-01', '2026-02-30', 'holidays.tsv:2 day — must be a real day written YYYY-MM-DD'],
  ['a day stands once', '2026-10-10', '2026-10-01', 'holidays.tsv:3 day — the day already stands in row 2'],
  [
    'a make-up workday follows a weekday',
    'workday\t4',
    'workday\t',
    'holidays.tsv:3 runsAs — a make-up workday must say which weekday it follows',
  ],
  ['a weekday is 1 to 7', 'workday\t4', 'workday\t8', 'holidays.tsv:3 runsAs — must be at most 7'],
  [
    'a closed day follows none',
    'closed\t\t',
    'closed\t4\t',
    'holidays.tsv:2 runsAs — must be empty on a closed day',
  ],
  ['a kind is a known one', 'closed', 'shut', 'holidays.tsv:2 kind — must be one of: closed, workday'],
  [
    'a basis is a known one',
    'statutory',
    'rumour',
    'holidays.tsv:2 basis — must be one of: announced, statutory, hospital',
  ],
]);

samples('registered-persons.tsv', [
  [
    'an identity number has its check character',
    '99002019700303021',
    '99002019700303012',
    'registered-persons.tsv:2 identityNumber — wrong check character: should be 2',
  ],
  [
    'an identity number holds a real birth date',
    '19700303',
    '19700230',
    'registered-persons.tsv:2 identityNumber — holds no real birth date',
  ],
  [
    'an identity number has 18 characters',
    '99002019700303',
    '9900201970030',
    'registered-persons.tsv:2 identityNumber — must be 17 digits and a check character (digit or X)',
  ],
  [
    'a phone is a mobile number',
    '19900000101',
    '0000-7000',
    'registered-persons.tsv:2 phone — must be a mobile number of 11 digits',
  ],
  [
    'an outpatient number is written with its last visit',
    'SW000417@2025-02-11',
    'SW-417',
    'registered-persons.tsv:2 outpatientNumbers.0 — must be number@last-visit: 6–16 digits or capital letters, then a day',
  ],
  [
    'a last visit is a real day',
    '2025-02-11',
    '2025-02-31',
    'registered-persons.tsv:2 outpatientNumbers.0.lastVisit — must be a real day written YYYY-MM-DD',
  ],
  [
    'an outpatient number belongs to one person, once',
    'SW000417@2025-02-11',
    'SW000417, SW000417@2025-02-11',
    'registered-persons.tsv:2 outpatientNumbers — SW000417 is already used in row 2',
  ],
  [
    'a person stands once',
    '石青岚\t990020197003030210',
    '石青岚\t990020197003030210\t19900000101\tSW000416\n石青岚\t990020197003030210',
    'registered-persons.tsv:3 identityNumber — the same person stands in row 2',
  ],
  [
    'nobody visits before birth',
    '2025-02-11',
    '1960-02-11',
    "registered-persons.tsv:2 outpatientNumbers — SW000417 was last used before the person's birth",
  ],
]);
