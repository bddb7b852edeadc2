import { expect, test } from '@jest/globals';
import { afterRefresh, failedState, LOADING, READY } from '../../../miniprogram/services/load-state';

test.each([
  ['OFFLINE', 'offline'],
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

test('what is shown stays when a refresh fails, but not when it is refused', () => {
  const offline = failedState({ ok: false, error: 'OFFLINE', detail: null });
  const refused = failedState({ ok: false, error: 'SIGNED_OUT', detail: null });
  expect(afterRefresh(READY, offline)).toBe(READY);
  expect(afterRefresh(READY, refused)).toBe(refused);
  expect(afterRefresh(LOADING, offline)).toBe(offline);
});
