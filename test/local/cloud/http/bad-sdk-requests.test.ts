import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { BadInputStand, expectRefused } from './bad-input-stand';
import { BAD_FORMS, BAD_JSON_REQUESTS, BAD_MESSAGES, openApiForm } from './bad-sdk-requests';

let stand: BadInputStand;
beforeAll(async () => {
  stand = await BadInputStand.open();
});
afterEach(() => stand.expectUnharmed());
afterAll(() => stand.close());

const ADMIN = 'POST /admin';

describe('the endpoint of the SDK', () => {
  test.each(BAD_JSON_REQUESTS.map(({ name, body }) => [name, body] as const))(
    'refuses %s',
    async (_, body) => {
      const wxCloudApiToken = stand.variables['WX_API_TOKEN'];
      const answer = await stand.ask(ADMIN, { body: JSON.stringify({ wxCloudApiToken, ...body }) });
      expectRefused('/admin', answer);
      expect(answer.json?.['code']).not.toBe('SYS_ERR');
      expect(answer.status).toBe(200);
    },
  );

  test('tells a refused credential apart from a refused request', async () => {
    for (const authorization of ['', 'Bearer x', 'TC3-HMAC-SHA256 Credential=x/2026-01-05/tcb/tc3_request']) {
      const answer = await stand.ask(ADMIN, { headers: { authorization }, body: '{}' });
      expectRefused('/admin', answer);
      expect(answer.status).toBe(403);
    }
  });

  test.each(Object.entries(BAD_FORMS))('refuses forms %s', async (_, body) => {
    const headers = { 'content-type': 'multipart/form-data; boundary=a-boundary' };
    const answer = await stand.ask(ADMIN, { headers, body });
    expectRefused('/admin', answer);
    expect(answer.json?.['code']).not.toBe('SYS_ERR');
  });

  test('refuses a form that names no boundary', async () => {
    const answer = await stand.ask(ADMIN, { headers: { 'content-type': 'multipart/form-data' }, body: 'x' });
    expectRefused('/admin', { ...answer, json: { ...answer.json } });
    expect(answer.status).toBe(415);
  });

  // An open interface refuses in its own language: by an error code, field 3, or by the errcode of its JSON.
  test.each(Object.entries(BAD_MESSAGES))('refuses messages %s', async (_, message) => {
    const { contentType, body } = openApiForm(stand.variables['WX_API_TOKEN'] ?? '', message);
    const answer = await stand.ask(ADMIN, { headers: { 'content-type': contentType }, body });
    expect(answer.status).toBe(200);
    const refused = answer.text.charCodeAt(0) === 3 << 3 || /"errcode":-?[1-9]/.test(answer.text);
    expect([refused, answer.text]).toEqual([true, expect.any(String)]);
    expect(answer.text).not.toMatch(/phoneNumber|Error|index out of range/);
  });
});
