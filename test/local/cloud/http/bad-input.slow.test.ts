import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { BAD_TEXTS, WRONG_BODIES } from './bad-bodies';
import { BadInputStand, expectRefused, kindOf } from './bad-input-stand';

let stand: BadInputStand;
beforeAll(async () => {
  stand = await BadInputStand.open();
});
afterEach(() => stand.expectUnharmed());
afterAll(() => stand.close());

const pathOf = (address: string): string => address.split(' ')[1] ?? '';
/** Functions behind an HTTP path take bodies of any kind, from pages of any origin. */
const forFunctions = (address: string): boolean => pathOf(address).startsWith('/http/');
const wrongRows = Object.entries(WRONG_BODIES).filter(([, bodies]) => bodies.length > 0);

describe('every address', () => {
  test('has a row in the table of wrong bodies where it takes one', () => {
    const taking = stand.cloud.addresses.filter((one) => one.startsWith('POST ') && !forFunctions(one));
    expect(['POST /admin', ...Object.keys(WRONG_BODIES)].sort()).toEqual([...taking].sort());
  });

  test('refuses a foreign Host and a foreign Origin', async () => {
    for (const address of stand.cloud.addresses) {
      const foreign = [{ host: 'evil.example' }, { host: `evil.example:${stand.cloud.port}` }];
      const page = forFunctions(address) ? [] : [{ origin: 'https://evil.example' }, { origin: 'null' }];
      for (const headers of [...foreign, ...page]) {
        const answer = await stand.ask(address, { headers, body: '{}' });
        expect([address, answer.status]).toEqual([address, 403]);
      }
    }
  });

  test('refuses other methods', async () => {
    const methods = ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'GET', 'POST'];
    const served = new Set(stand.cloud.addresses);
    for (const address of stand.cloud.addresses) {
      for (const method of methods.filter((one) => !served.has(`${one} ${pathOf(address)}`))) {
        const { status } = await stand.ask(address, { method, body: '{}' });
        expect([address, method, status >= 400 && status < 500]).toEqual([address, method, true]);
      }
    }
  });

  test('refuses a caller without a proof, or with a forged one', async () => {
    const headers = { authorization: 'Bearer e30.e30', 'x-local-control': '0' };
    for (const address of stand.cloud.addresses.filter((one) => kindOf(pathOf(one)) !== 'page')) {
      const answer = await stand.ask(address, { headers, body: '{}' });
      expectRefused(pathOf(address), answer);
      expect([address, answer.status >= 400]).toEqual([address, true]);
    }
  });
});

describe('every address that takes JSON', () => {
  const taking = ['POST /admin', ...Object.keys(WRONG_BODIES)];

  test.each(Object.entries(BAD_TEXTS))('refuses a body that is %s', async (_, body) => {
    for (const address of taking) expectRefused(pathOf(address), await stand.ask(address, { body }));
  });

  test('refuses what a page of another site could post', async () => {
    for (const address of taking)
      for (const contentType of ['application/x-www-form-urlencoded', 'text/plain', 'application/jsonp'])
        expect((await stand.ask(address, { headers: { 'content-type': contentType } })).status).toBe(415);
  });
});

describe('a body of a wrong kind', () => {
  test.each(wrongRows)('is refused by %s', async (address, bodies) => {
    for (const body of bodies) {
      const answer = await stand.ask(address, { body: JSON.stringify(body) });
      try {
        expectRefused(pathOf(address), answer);
      } catch (error) {
        const shown = `${JSON.stringify(body).slice(0, 200)} → ${answer.status} ${answer.text.slice(0, 300)}`;
        throw new Error(shown, { cause: error });
      }
    }
  });
});
