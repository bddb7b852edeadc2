import { expect, test } from '@jest/globals';
import {
  afterRefresh,
  failedState,
  LOADING,
  READY,
  waitsForNetwork,
} from '../../../miniprogram/services/load-state';

test.each([
  ['OFFLINE', 'offline'],
  ['CUT_OFF', 'error'],
  ['TIMEOUT', 'error'],
  ['SERVICE_DOWN', 'error'],
  ['BUSY', 'error'],
  ['SIGNED_OUT', 'refused'],
  ['NOT_FOUND', 'refused'],
] as const)('after %s a page is %s', (error, state) => {
  const load = failedState({ ok: false, error, detail: null });
  expect(load.state).toBe(state);
  expect(load.text?.title).not.toBe('');
});

test('without a network a page that only shows does not speak of something that was to be done', () => {
  const { text } = failedState({ ok: false, error: 'OFFLINE', detail: null });
  expect(`${text?.reason ?? ''}${text?.next ?? ''}`).not.toMatch(/操作|没有发出去/);
  expect(
    waitsForNetwork({
      busy: false,
      rows: [],
      load: failedState({ ok: false, error: 'OFFLINE', detail: null }),
    }),
  ).toBe(true);
  expect(waitsForNetwork({ busy: false, rows: null, load: LOADING })).toBe(false);
});

test('a page that cannot be shown is never left with a button that only puts a sheet aside', () => {
  const { text } = failedState({ ok: false, error: 'INVALID_INPUT', detail: { field: 'appointmentId' } });
  expect(text?.action).toEqual({ label: '返回', kind: 'back' });
});

test('what is shown stays when a refresh fails and is said to be from before, but not when it is refused', () => {
  const offline = failedState({ ok: false, error: 'OFFLINE', detail: null });
  const refused = failedState({ ok: false, error: 'SIGNED_OUT', detail: null });
  const stale = afterRefresh(READY, offline);
  expect(stale).toEqual({ ...READY, stale: true });
  expect(afterRefresh(stale, offline)).toEqual(stale);
  expect(afterRefresh(stale, refused)).toBe(refused);
  expect(afterRefresh(LOADING, offline)).toBe(offline);
});
