import { describe, expect, test } from '@jest/globals';
import { formatFault, loadEdited, type Edit } from './broken-folder';

const FILE = 'schedules.tsv';
const edit = (from: string, to: string): Edit => ({ file: FILE, from, to });

function faultsOf(...edits: readonly Edit[]): string[] {
  const loaded = loadEdited(...edits);
  return loaded.ok ? [] : loaded.faults.map((fault) => formatFault(fault).replace(`${FILE}:`, ''));
}

describe('a schedule names what exists', () => {
  test.each([
    ['doctor', 'dr-bao\t', 'dr-none\t', '6 practitionerId — dr-none is not in practitioners.tsv'],
    ['clinic', 'children-general\t', 'eye\t', '6 clinicId — eye is not in clinics.tsv'],
    [
      'clinic of that doctor',
      'children-general\t',
      'family-general\t',
      '6 clinicId — dr-bao does not work in family-general: see clinicIds in practitioners.tsv',
    ],
  ])('the %s', (_, from, to, expected) => {
    expect(faultsOf(edit(from, to))).toEqual([expected]);
  });
});

describe('the times of a session', () => {
  test.each([
    ['are times', '09:00\t11:00', '9:00\t11:00', '6 start — must be a time of day written HH:mm'],
    ['end after they start', '09:00\t11:00', '11:00\t09:00', '6 end — must be after the start'],
    ['begin on the half-hour', '09:00\t11:00', '09:15\t11:00', '6 start — must be on the hour or half-hour'],
    ['end on the half-hour', '09:00\t11:00', '09:00\t10:45', '6 end — must be on the hour or half-hour'],
    [
      'begin in the morning they name',
      '09:00\t11:00',
      '13:00\t14:00',
      '6 halfDay — a session from 13:00 is not in the am',
    ],
    [
      'begin in the afternoon they name',
      '14:00\t16:00',
      '11:30\t16:00',
      '3 halfDay — a session from 11:30 is not in the pm',
    ],
    [
      'are on a weekday',
      '1,2,3,4,5,6,7',
      '',
      '6 weekdays — is empty: name at least one weekday, 1 (Monday) to 7 (Sunday)',
    ],
    ['are on a weekday of 1 to 7', '2,4,6', '2,4,8', '3 weekdays.2 — weekdays are 1 (Monday) to 7 (Sunday)'],
    ['name a weekday once', '2,4,6', '2,4,4', '3 weekdays — names a weekday twice'],
    ['have a half-day', '\tam\t09', '\tmorning\t09', '6 halfDay — must be one of: am, pm'],
    [
      'end after they come into force',
      '2024-01-01\t\topen',
      '2024-01-01\t2023-12-31\topen',
      '3 effectiveTo — is before effectiveFrom',
    ],
    [
      'say whether they are held on holidays',
      '2024-01-01\t\topen',
      '2024-01-01\t\tyes',
      '3 holidays — must be one of: closed, open',
    ],
  ])('%s', (_, from, to, expected) => {
    expect(faultsOf(edit(from, to))).toEqual([expected]);
  });
});

describe('the slots of a session', () => {
  const ofRow6 = '\t1\t\t2024-01-01';
  test('are a multiple of 30 minutes', () => {
    expect(faultsOf(edit(ofRow6, '\t1\t45\t2024-01-01'))).toEqual([
      '6 slotMinutes — must be a multiple of 30',
    ]);
  });

  test('fill the session', () => {
    expect(faultsOf(edit(ofRow6, '\t1\t90\t2024-01-01'))).toEqual([
      '6 slotMinutes — slots of 90 minutes do not fill 120 minutes',
    ]);
  });

  test('fill it with the length that the hospital had in those days', () => {
    const lengths: Edit = {
      file: 'rule-pack.json',
      from: '{ "from": "2020-01-01", "minutes": 30 }',
      to: '{ "from": "2010-01-01", "minutes": 90 }, { "from": "2024-06-01", "minutes": 30 }',
    };
    expect(faultsOf(lengths)).toEqual([
      '3 slotMinutes — slots of 90 minutes do not fill 120 minutes',
      '6 slotMinutes — slots of 90 minutes do not fill 120 minutes',
    ]);
  });
});

describe('the seats of a session', () => {
  const row6 = '11:00\t20\t1 楼 6 诊室\t\t\t1';
  const row6With = (capacity: string, share: string, reserved: string, taken: string): Edit =>
    edit(row6, `11:00\t${capacity}\t1 楼 6 诊室\t${share}\t${reserved}\t${taken}`);

  test.each([
    ['are at least one', row6With('0', '', '', '0'), '6 capacity — must be at least 1'],
    ['are a whole number', row6With('20.5', '', '', '0'), '6 capacity — must be a whole number'],
    ['have a believable number', row6With('501', '', '', '0'), '6 capacity — must be at most 500'],
    [
      'are not online below 20 per cent',
      row6With('20', '19', '', '0'),
      '6 onlineSharePercent — must be 20 to 45 per cent',
    ],
    [
      'are not online above the ceiling',
      row6With('20', '46', '', '0'),
      '6 onlineSharePercent — must be 20 to 45 per cent',
    ],
    [
      'taken are online ones',
      row6With('20', '', '', '9'),
      '6 taken — more than the 8 online seats (40 % of 20)',
    ],
    [
      'online are rounded down',
      row6With('22', '', '', '9'),
      '6 taken — more than the 8 online seats (40 % of 22)',
    ],
    [
      'reserved fit beside the online ones',
      row6With('20', '', 'referral:10,mdt:3', '0'),
      '6 reserved — online and reserved seats together exceed the capacity',
    ],
    [
      'are reserved in a known pool',
      row6With('20', '', 'friends:2', '0'),
      '6 reserved.0 — must be pool:seats with a pool of referral, mdt, obstetric-card, follow-up, volunteer',
    ],
    [
      'are reserved once for each pool',
      row6With('20', '', 'mdt:1,mdt:2', '0'),
      '6 reserved — names a pool twice',
    ],
  ])('%s', (_, change, expected) => {
    expect(faultsOf(change)).toEqual([expected]);
  });

  test('all of them may be taken or reserved', () => {
    expect(faultsOf(row6With('20', '', 'referral:10,mdt:2', '8'))).toEqual([]);
  });
});

describe('the sessions of a doctor', () => {
  const row4 = '1,3,5,7\tpm';
  const again = (row: string): Edit => edit('dr-tian\tfamily-advice', `${row}\ndr-tian\tfamily-advice`);

  test('do not share a half-day', () => {
    expect(faultsOf(edit(row4, '1,6\tpm'), edit('6\tam\t08:30\t11:30', '6\tpm\t12:00\t13:00'))).toEqual([
      '5 start — the doctor already has a session on this half-day: see row 4',
    ]);
  });

  test('do not overlap across noon', () => {
    const noon = again(
      'dr-bao\tchildren-general\t7\tpm\t12:30\t14:00\t10\t1 楼\t\t\t0\t\t2024-01-01\t\topen',
    );
    expect(faultsOf(noon, edit('09:00\t11:00', '09:00\t13:00'))).toEqual([
      '7 start — the doctor already has a session at this time: see row 3',
    ]);
  });

  test('may follow each other in time', () => {
    const earlier = again(
      'dr-bao\tchildren-general\t7\tam\t09:00\t11:00\t10\t1 楼\t\t\t0\t\t2023-01-01\t2023-12-31\topen',
    );
    expect(faultsOf(earlier)).toEqual([]);
  });
});
