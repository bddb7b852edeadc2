import assert from 'node:assert/strict';
import type { CloudCheck } from '../cloud-check';
import type { Data } from '../sdk';

const PAGE = 'docs.cloudbase.net/service/access-cloud-function';
const UNICLOUD = 'uniCloud on Tencent Cloud, HTTP access';

/** A cold start on a busy machine may take longer than the gateway waits. */
const PATIENT = { timeoutMs: 15_000 };

interface Seen {
  event: Data;
  wx: Data;
}

/** Functions behind HTTP paths: no SDK asks them, but functions that use it are asked. */
export const HTTP_ACCESS_CHECKS: CloudCheck[] = [
  {
    name: 'a function behind an HTTP path gets an integration request',
    source: `${PAGE}: path, httpMethod, headers, queryStringParameters, requestContext, body, isBase64Encoded`,
    needs: 'local',
    options: { httpAccess: PATIENT },
    async run({ send }) {
      const { body } = await send({ path: '/http/web/event?a=1', body: { n: 1 } });
      const { event } = body as Seen;
      const { headers, requestContext, ...rest } = event as { headers: Data; requestContext: Data };
      assert.deepEqual(rest, {
        path: '/event',
        httpMethod: 'POST',
        queryStringParameters: { a: '1' },
        body: '{"n":1}',
        isBase64Encoded: false,
      });
      assert.equal(headers['content-type'], 'application/json');
      assert.equal(requestContext['envId'], 'local-env');
    },
  },
  {
    name: 'a function that is called over HTTP has no user, and wx_http as its source',
    source: 'developers.weixin.qq.com, invokeCloudFunction: no OpenID; Cloud.getWXContext: wx_http',
    needs: 'local',
    options: { httpAccess: PATIENT },
    async run({ send }) {
      const { wx } = (await send({ path: '/http/web/event', method: 'GET' })).body as Seen;
      assert.deepEqual([wx['SOURCE'], wx['OPENID']], ['wx_http', undefined]);
    },
  },
  {
    name: 'an integration response says status, headers and body',
    source: PAGE,
    needs: 'local',
    options: { httpAccess: PATIENT },
    functions: {
      teapot: {
        code: `exports.main = () => ({ isBase64Encoded: true, statusCode: 418, body: Buffer.from('{"tea":1}').toString('base64') });`,
        config: { http: { path: '/' } },
      },
    },
    async run({ send }) {
      assert.deepEqual(await send({ path: '/http/', method: 'GET' }), { status: 418, body: { tea: 1 } });
    },
  },
  {
    name: 'a function sees its path below its trigger path',
    source: `${UNICLOUD}, notes: /test/a/b/c behind /test is /a/b/c`,
    needs: 'local',
    options: { httpAccess: { ...PATIENT, paths: { '/test': 'whoami' } } },
    async run({ send }) {
      const { event } = (await send({ path: '/http/test/a/b/c', method: 'GET' })).body as Seen;
      assert.equal(event['path'], '/a/b/c');
    },
  },
  {
    name: 'a text body of more than 100 KB is refused',
    source: 'docs.cloudbase.net/error-code/service/EXCEED_MAX_PAYLOAD_SIZE; status 413 as users report it',
    needs: 'local',
    options: { httpAccess: PATIENT },
    async run({ send, cloud }) {
      const { status, body } = await send({ path: '/http/web/text', body: { x: 'x'.repeat(102_400) } });
      assert.equal(status, 413);
      assert.equal((body as Data)['code'], 'EXCEED_MAX_PAYLOAD_SIZE');
      assert.deepEqual(cloud.host.logs(), []);
    },
  },
  {
    name: 'a function without an HTTP path cannot be reached over HTTP',
    source: `${PAGE}: a path is set for each function; INVALID_PATH as users report it`,
    needs: 'local',
    options: { httpAccess: PATIENT },
    async run({ send }) {
      const { status, body } = await send({ path: '/http/store', method: 'GET' });
      assert.equal(status, 404);
      assert.equal((body as Data)['code'], 'INVALID_PATH');
    },
  },
  {
    name: 'a function that gives no answer in time is given up by the gateway',
    source:
      'docs.cloudbase.net, HTTP API of cloud functions: FUNCTION_TIME_LIMIT_EXCEEDED; status 504 is from memory',
    needs: 'local',
    options: { httpAccess: { timeoutMs: 400 } },
    async run({ send, sdk }) {
      await sdk.callFunction({ name: 'web', data: { path: '/number' } });
      const { status, body } = await send({ path: '/http/web/slow', method: 'GET' });
      assert.equal(status, 504);
      assert.equal((body as Data)['code'], 'FUNCTION_TIME_LIMIT_EXCEEDED');
    },
  },
];
