import { describe, expect, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadHospital } from '../../../scripts/hospital/load';
import { CLAUSE_IDS } from '../../../scripts/hospital/rule-pack-types';
import { formatFault, loadEdited, TINY, withCopy } from './broken-folder';

/** Fields with their reasons; one test of its own looks at the lines. */
function faultsOf(file: string, from: string, to: string): string[] {
  const loaded = loadEdited({ file, from, to });
  return loaded.ok ? [] : loaded.faults.map(({ field, reason }) => `${field} — ${reason}`);
}

type Sample = readonly [rule: string, from: string, to: string, ...expected: string[]];

const NUMBERS: readonly Sample[] = [
  [
    'a number is a number',
    '"horizonDays": 5',
    '"horizonDays": "5"',
    'booking.horizonDays — must be a number',
  ],
  [
    'a number is whole',
    '"horizonDays": 5',
    '"horizonDays": 5.5',
    'booking.horizonDays — must be a whole number',
  ],
  [
    'a number has a least',
    '"horizonDays": 5',
    '"horizonDays": 0',
    'booking.horizonDays — must be at least 1',
  ],
  [
    'a number has a most',
    '"horizonDays": 5',
    '"horizonDays": 91',
    'booking.horizonDays — must be at most 90',
  ],
  ['a time is a time', '"18:00"', '"6 pm"', 'booking.releaseTime — must be a time of day written HH:mm'],
  ['no limit is missing', '"maxUnpaidPerUser": 1,', '', 'holds.maxUnpaidPerUser — the key is missing'],
  ['no limit is unknown', '"perDay": 2', '"perDay": 2, "perHour": 1', 'limits.perHour — unknown key'],
  ['no group is unknown', '"refund": {', '"waitlist": {}, "refund": {', 'waitlist — unknown key'],
  [
    'the online share is 20 % at least',
    'SharePercent": 40',
    'SharePercent": 19',
    'booking.onlineSharePercent — must be at least 20 %',
  ],
  [
    'the ceiling is 50 % at most',
    'CeilingPercent": 45',
    'CeilingPercent": 51',
    'booking.onlineShareCeilingPercent — must be at most 50 %',
  ],
  [
    'a patient sees a doctor once a day',
    '"perDoctorDay": 1',
    '"perDoctorDay": 2',
    'limits.perDoctorDay — must be at most 1',
  ],
  ['the refund policy is a known one', '"A"', '"Z"', 'refund.policy — must be one of: A, B'],
  [
    'a flag is a flag',
    '"countVisitDayAsFirst": true',
    '"countVisitDayAsFirst": "yes"',
    'refund.countVisitDayAsFirst — must be true or false',
  ],
];

const TOGETHER: readonly Sample[] = [
  [
    'the hold outlives the order',
    '"orderExpiryMinutes": 8',
    '"orderExpiryMinutes": 10',
    'holds.orderExpiryMinutes — must be less than holdMinutes',
  ],
  [
    'a bill is not paid when what is not done cannot be refunded any more',
    '"payDays": 1',
    '"payDays": 2',
    'bills.payDays — lasts longer than what is not done can be refunded',
  ],
  [
    'a department allows no more than a day',
    '"perDepartmentDay": 1',
    '"perDepartmentDay": 3',
    'limits.perDepartmentDay — is above limits.perDay',
  ],
  [
    'a critical value reaches its department before the hospital',
    '"hospitalAfterMinutes": 40',
    '"hospitalAfterMinutes": 10',
    'criticalValues — the hospital must not come before the department',
  ],
  [
    'a day allows no more than all days',
    '"perDay": 2',
    '"perDay": 5',
    'limits.perDay — is above limits.total',
  ],
  [
    'slots are a multiple of 30 minutes',
    '"minutes": 30 }]',
    '"minutes": 30 }, { "from": "2030-01-01", "minutes": 40 }]',
    'slotLengths.1.minutes — must be a multiple of 30',
    'slotMinutes — slots of 40 minutes do not fill 180 minutes',
    'slotMinutes — slots of 40 minutes do not fill 180 minutes',
    'slotMinutes — slots of 40 minutes do not fill 180 minutes',
  ],
  [
    'slot lengths follow each other',
    '"minutes": 30 }]',
    '"minutes": 30 }, { "from": "2020-01-01", "minutes": 30 }]',
    'slotLengths.1.from — must be later than the one before',
  ],
];

const WORDS: readonly Sample[] = [
  [
    'a condition sets something',
    '"maxAge": 17',
    '"maxAge": null',
    'eligibility.0 — sets no condition: leave it out instead',
  ],
  ['a condition leaves someone', '"minAge": null', '"minAge": 18', 'eligibility.0.maxAge — is below minAge'],
  [
    'a clause stands once and none is missing',
    '"id": "hold-time"',
    '"id": "online-pool"',
    'clauses — the clause hold-time has no text',
    'clauses.5.id — already used in line 53',
  ],
  [
    'a clause quotes a known value',
    '{holds.holdMinutes}',
    '{holds.minutes}',
    'clauses.5.text — {holds.minutes} names no value of the rule pack',
  ],
  [
    'a clause quotes no group and no inherited name',
    '{holds.holdMinutes}',
    '{holds} {constructor.name}',
    'clauses.5.text — {holds} names no value of the rule pack',
    'clauses.5.text — {constructor.name} names no value of the rule pack',
  ],
  ['a clause has words', '"号保留 {holds.holdMinutes} 分钟。"', '""', 'clauses.5.text — is empty'],
  [
    'a consent has words',
    '"paragraphs": [',
    '"paragraphs": [], "was": [',
    'consents.0.paragraphs — is empty',
    'consents.0.was — unknown key',
  ],
];

describe('rule-pack.json', () => {
  for (const [rule, from, to, ...expected] of [...NUMBERS, ...TOGETHER, ...WORDS])
    test(rule, () => {
      expect(faultsOf('rule-pack.json', from, to)).toEqual(expected);
    });

  test('the online share stays below the ceiling of the same file', () => {
    const faults = faultsOf('rule-pack.json', 'CeilingPercent": 45', 'CeilingPercent": 30');
    expect(faults[0]).toBe('booking.onlineSharePercent — is above onlineShareCeilingPercent');
  });

  test('an unknown clause is told which ones there are', () => {
    const faults = faultsOf('rule-pack.json', '"id": "hold-time"', '"id": "hold-times"');
    expect(faults).toEqual([`clauses.5.id — must be one of: ${CLAUSE_IDS.join(', ')}`]);
  });

  test.each(CLAUSE_IDS)('the clause %s must be worded', (id) => {
    const other = id === 'refund-a1' ? 'refund-a2' : 'refund-a1';
    const faults = faultsOf('rule-pack.json', `"id": "${id}"`, `"id": "${other}"`);
    expect(faults).toContain(`clauses — the clause ${id} has no text`);
  });

  test.each(['consents', 'retention'])('%s are not left empty', (list) => {
    const faults = withCopy((directory) => {
      const path = join(directory, 'rule-pack.json');
      const pack = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
      writeFileSync(path, JSON.stringify({ ...pack, [list]: [] }));
      const loaded = loadHospital(directory);
      return loaded.ok ? [] : loaded.faults.map(formatFault);
    });
    expect(faults).toEqual([`rule-pack.json:1 ${list} — is empty: a patient must be able to read it`]);
  });

  test.each(['eligibility', 'consents', 'retention'])('an id stands once in %s', (list) => {
    const pack = JSON.parse(readFileSync(join(TINY, 'rule-pack.json'), 'utf8')) as Record<string, unknown[]>;
    const doubled = { ...pack, [list]: [pack[list]?.[0], pack[list]?.[0]] };
    const faults = withCopy((directory) => {
      writeFileSync(join(directory, 'rule-pack.json'), JSON.stringify(doubled));
      const loaded = loadHospital(directory);
      return loaded.ok ? [] : loaded.faults.map(formatFault);
    });
    expect(faults).toEqual([`rule-pack.json:1 ${list}.1.id — already used in line 1`]);
  });

  test('a fault names the line on which the value stands', () => {
    const loaded = loadEdited({ file: 'rule-pack.json', from: '"perDay": 2', to: '\n\n"perDay": 0' });
    expect(loaded.ok ? [] : loaded.faults.map(formatFault)).toEqual([
      'rule-pack.json:20 limits.perDay — must be at least 1',
    ]);
  });
});

describe('notices.json', () => {
  test('an id stands once', () => {
    const again = `}, ${JSON.stringify({ id: 'welcome', version: '1', title: '再来', body: '…', audience: 'everyone', from: '2026-01-01', to: null })}`;
    expect(faultsOf('notices.json', '}', again)).toEqual(['1.id — already used in line 3']);
  });

  const samples: readonly Sample[] = [
    ['a notice ends after it begins', '"to": null', '"to": "2025-12-31"', '0.to — is before from'],
    ['a day is real', '"2026-01-01"', '"2026-00-01"', '0.from — must be a real day written YYYY-MM-DD'],
    [
      'an audience is a known one',
      '"everyone"',
      '"anyone"',
      '0.audience — must be one of: everyone, parents, maternity, elderly',
    ],
  ];
  for (const [rule, from, to, ...expected] of samples)
    test(rule, () => {
      expect(faultsOf('notices.json', from, to)).toEqual(expected);
    });
});

describe('preview-people.json', () => {
  const samples: readonly Sample[] = [
    [
      'an openid has letters',
      'oSW_shi-qinglan_00000000001',
      '0000000000000000000000001',
      '0.openid — must be 20–64 letters, digits, _ or -, with a letter',
    ],
    [
      'an openid belongs to one person',
      'oSW_mu-yunchuan_00000000002',
      'oSW_shi-qinglan_00000000001',
      '1.openid — already used in line 5',
    ],
    [
      'a phone number belongs to one person',
      '19900000102',
      '19900000101',
      '1.phoneNumber — already used in line 6',
    ],
    [
      'a phone number is a mobile one',
      '19900000102',
      '120',
      '1.phoneNumber — must be a mobile number of 11 digits',
    ],
    [
      "a child's identity number is sound",
      '99002020180808',
      '99002020180809',
      '1.children.0.identityNumber — wrong check character: should be 2',
    ],
  ];
  for (const [rule, from, to, ...expected] of samples)
    test(rule, () => {
      expect(faultsOf('preview-people.json', from, to)).toEqual(expected);
    });
});
