import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { calendarDay } from '@core/domain/calendar-day';
import { addressOf } from '../../../miniprogram/services/navigate';

test('an address carries what the page needs', () => {
  const day = calendarDay('2026-03-10');
  expect(addressOf('slots', { practitionerId: 'dr-1', clinicId: 'c 1', day })).toBe(
    '/packages/booking/pages/slots/index?practitionerId=dr-1&clinicId=c%201&day=2026-03-10',
  );
  expect(addressOf('home', {})).toBe('/pages/home/index');
});

interface App {
  readonly pages: readonly string[];
  readonly subPackages: readonly { readonly root: string; readonly pages: readonly string[] }[];
}

test('every page that can be opened is a page of the app', () => {
  const app = JSON.parse(readFileSync('miniprogram/app.json', 'utf8')) as App;
  const pages = [
    ...app.pages,
    ...app.subPackages.flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`)),
  ];
  const known = [
    addressOf('home', {}),
    addressOf('departments', {}),
    addressOf('visits', {}),
    addressOf('me', {}),
    addressOf('consent', {}),
    addressOf('bind', {}),
    addressOf('chooseNumber', { patientId: '1' }),
    addressOf('patient', { patientId: '1' }),
    addressOf('doctors', { clinicId: '1' }),
    addressOf('pay', { appointmentId: '1' }),
    addressOf('result', { appointmentId: '1' }),
    addressOf('appointment', { appointmentId: '1' }),
  ];
  for (const address of known) expect(pages).toContain(address.slice(1).replace(/\?.*$/, ''));
});
