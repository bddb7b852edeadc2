import { describe, expect, test } from '@jest/globals';
import { codeIn, targetOf } from '../../../miniprogram/services/scan';

const BILL = `BILL:${'aZ0-_'.repeat(5)}09`;

describe('a scanned code', () => {
  test.each([
    [BILL, 'payByCode', { code: BILL }],
    [`packages/billing/pages/code/index?scene=${encodeURIComponent(BILL)}`, 'payByCode', { code: BILL }],
    ['AREA:mz-2f-a', 'checkIn', { areaId: 'mz-2f-a' }],
    ['DOC:dr-luo-yuan', 'doctor', { practitionerId: 'dr-luo-yuan' }],
    [' LOC:mz-2f-hall ', 'place', { placeId: 'mz-2f-hall' }],
    ['FAM:12345678', 'familyConsent', { code: '12345678' }],
    ['HELP:12345678', 'volunteer', {}],
  ] as const)('%s leads to the page that it is for', (scanned, route, query) => {
    expect(targetOf(scanned)).toEqual({ route, query });
  });

  test.each([
    '',
    'BILL',
    'https://example.com/?a=1',
    'toString:1',
    '__proto__:1',
    'AREA:../../x',
    'LOC:',
    'FAM:12',
    '?scene=%E0%A4%A',
  ])('“%s” is none of ours', (scanned) => {
    expect(targetOf(scanned)).toBeNull();
  });

  test('stands in the scene of a mini program’s own code', () => {
    expect(codeIn('pages/home/index?scene=BILL%3Aabc&x=1')).toBe('BILL:abc');
    expect(codeIn('BILL:abc')).toBe('BILL:abc');
  });
});
