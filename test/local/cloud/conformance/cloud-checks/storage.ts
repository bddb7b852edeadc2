import assert from 'node:assert/strict';
import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CloudCheck, CloudCheckEnvironment } from '../cloud-check';
import { refused } from '../expect';

const UPLOAD = 'developers.weixin.qq.com, Cloud.uploadFile';
const LINKS = 'developers.weixin.qq.com, Cloud.getTempFileURL';
const DELETE = 'developers.weixin.qq.com, Cloud.deleteFile';
const NAMING = 'developers.weixin.qq.com, 文件名命名限制';
const COS = 'cloud.tencent.com, COS error codes';
const CAPTURED = 'captured from wx-server-sdk 4.0.2';

const contents = Buffer.from([0, 1, 2, 250, 251, 0]);
const upload = async (env: CloudCheckEnvironment, cloudPath = 'a/b.txt'): Promise<string> =>
  (await env.sdk.uploadFile({ cloudPath, fileContent: contents })).fileID;
const linkOf = async (env: CloudCheckEnvironment, fileID: string, maxAge?: number): Promise<string> => {
  const file = maxAge === undefined ? fileID : { fileID, maxAge };
  const { fileList } = await env.sdk.getTempFileURL({ fileList: [file] });
  return String(fileList[0]?.['tempFileURL']);
};
const fetchText = async (link: string, options: RequestInit = {}): Promise<[number, string]> => {
  const response = await fetch(link, options);
  return [response.status, await response.text()];
};
/** An id that this environment could have given. */
const missingId = (fileID: string): string => fileID.replace(/[^/]+$/u, 'missing.txt');

const refusesPath = (what: string, path: string): CloudCheck => ({
  name: `a path that ${what} is refused`,
  source: `${NAMING}; the code is from memory`,
  async run({ sdk }) {
    await refused(sdk.uploadFile({ cloudPath: path, fileContent: contents }), 'INVALID_PARAM', 'the path');
  },
});

/** Files of functions. */
export const STORAGE_CHECKS: CloudCheck[] = [
  {
    name: 'a file comes back byte for byte, under an id that names its environment and path',
    source: UPLOAD,
    async run(env) {
      const fileID = await upload(env, 'a/报告 1.bin');
      assert.match(fileID, /^cloud:\/\/[\w-]+\.[\w-]+\/a\/报告 1\.bin$/u);
      const { fileContent } = await env.sdk.downloadFile({ fileID });
      assert.deepEqual(fileContent, contents);
    },
  },
  {
    name: 'a file is uploaded from a stream that says nothing of its length',
    source: UPLOAD,
    needs: 'local',
    async run({ sdk, cloud }) {
      const folder = mkdtempSync(join(tmpdir(), 'upload-'));
      try {
        writeFileSync(`${folder}/x`, Buffer.alloc(300_000, 7));
        await sdk.uploadFile({ cloudPath: 'big.bin', fileContent: createReadStream(`${folder}/x`) });
      } finally {
        rmSync(folder, { recursive: true });
      }
      assert.equal(cloud.storage.list()[0]?.size, 300_000);
    },
  },
  {
    name: 'a second upload to a path replaces the first',
    source: UPLOAD,
    needs: 'local',
    async run(env) {
      const fileID = await upload(env);
      await env.sdk.uploadFile({ cloudPath: 'a/b.txt', fileContent: Buffer.from('new') });
      const { fileContent } = await env.sdk.downloadFile({ fileID });
      assert.equal(fileContent.toString(), 'new');
      assert.equal(env.cloud.storage.list().length, 1);
    },
  },
  {
    name: 'a path with signs that mean something in an address is served all the same',
    source: `${NAMING}: signs that need care`,
    async run(env) {
      const fileID = await upload(env, 'q/50%25?#&+ .txt');
      const { fileContent } = await env.sdk.downloadFile({ fileID });
      assert.deepEqual(fileContent, contents);
    },
  },
  {
    name: 'a link holds for ten minutes',
    source: LINKS,
    needs: 'local',
    async run(env) {
      const link = await linkOf(env, await upload(env));
      await env.cloud.clock.advance(599_000);
      assert.equal((await fetchText(link))[0], 200);
      await env.cloud.clock.advance(1000);
      const [status, text] = await fetchText(link);
      assert.equal(status, 403);
      assert.match(text, /<Code>AccessDenied<\/Code><Message>Request has expired<\/Message>/);
    },
  },
  {
    name: 'a link holds for as long as was asked',
    source: LINKS,
    needs: 'local',
    async run(env) {
      const link = await linkOf(env, await upload(env), 60);
      await env.cloud.clock.advance(59_000);
      assert.equal((await fetchText(link))[0], 200);
      await env.cloud.clock.advance(1000);
      assert.equal((await fetchText(link))[0], 403);
    },
  },
  {
    name: 'a link that was changed opens nothing',
    source: COS,
    needs: 'local',
    async run(env) {
      await upload(env, 'a/other.txt');
      const link = await linkOf(env, await upload(env));
      for (const changed of [
        link.replace('b.txt', 'other.txt'),
        link.replace('sign=e', 'sign=f'),
        link.split('?')[0] ?? '',
      ]) {
        const [status, text] = await fetchText(changed);
        assert.equal(status, 403);
        assert.match(text, /<Code>SignatureDoesNotMatch<\/Code>/);
      }
    },
  },
  {
    name: 'an upload needs the signature that was made for its path',
    source: COS,
    needs: 'local',
    async run({ cloud }) {
      const { url, authorization } = cloud.storage.uploadTicket('mine.txt');
      const put = (place: string, proof: string): Promise<[number, string]> =>
        fetchText(place, { method: 'PUT', body: 'x', headers: { authorization: proof } });
      assert.match((await put(url, 'q-sign=none'))[1], /SignatureDoesNotMatch/);
      assert.match((await put(url.replace('mine', 'yours'), authorization))[1], /SignatureDoesNotMatch/);
      assert.deepEqual(cloud.storage.list(), []);
      assert.deepEqual(await put(url, authorization), [200, '']);
      await cloud.clock.advance(3_600_000);
      assert.match((await put(url, authorization))[1], /Request has expired/);
    },
  },
  {
    name: 'a file above the limit is refused and leaves nothing',
    source: 'cloud.tencent.com, COS PUT Object: EntityTooLarge',
    needs: 'local',
    options: { storage: { fileBytes: 5 } },
    async run(env) {
      await refused(upload(env), 'STORAGE_REQUEST_FAIL', '[EntityTooLarge]');
      assert.deepEqual(env.cloud.storage.list(), []);
    },
  },
  {
    name: 'a file that is not there has a status of its own in a list of links',
    source: CAPTURED,
    async run(env) {
      const fileID = await upload(env);
      const { fileList } = await env.sdk.getTempFileURL({ fileList: [missingId(fileID), fileID] });
      assert.deepEqual(
        fileList.map((file) => file['status']),
        [-503003, 0],
      );
      assert.equal(fileList[0]?.['tempFileURL'], '');
    },
  },
  {
    name: 'a file of another environment is not found',
    source: `${LINKS}; the code is from memory`,
    async run(env) {
      const other = (await upload(env)).replace(/^cloud:\/\/[^/]+/u, 'cloud://other-env.6f74-other-env-1');
      const { fileList } = await env.sdk.getTempFileURL({ fileList: [other] });
      assert.equal(fileList[0]?.['status'], -503003);
    },
  },
  {
    name: 'downloading a file that is not there fails',
    source: CAPTURED,
    async run(env) {
      const fileID = missingId(await upload(env));
      await refused(env.sdk.downloadFile({ fileID }), 'STORAGE_FILE_NONEXIST', 'fail');
    },
  },
  {
    name: 'a deleted file is gone, and deleting it again says that it was not there',
    source: DELETE,
    async run(env) {
      const fileID = await upload(env);
      const statuses = async (): Promise<unknown[]> =>
        (await env.sdk.deleteFile({ fileList: [fileID] })).fileList.map((file) => file['status']);
      assert.deepEqual(await statuses(), [0]);
      assert.deepEqual(await statuses(), [-503003]);
    },
  },
  {
    name: 'a link to a file that was deleted finds nothing',
    source: COS,
    needs: 'local',
    async run(env) {
      const fileID = await upload(env);
      const link = await linkOf(env, fileID);
      await env.sdk.deleteFile({ fileList: [fileID] });
      const [status, text] = await fetchText(link);
      assert.equal(status, 404);
      assert.match(text, /<Code>NoSuchKey<\/Code>/);
    },
  },
  {
    name: 'more than fifty files at once are refused',
    source: `${LINKS} and Cloud.deleteFile; the code is from memory`,
    async run({ sdk }) {
      const fileList = Array.from({ length: 51 }, (_, at) => `cloud://e.b/${at}`);
      await refused(sdk.getTempFileURL({ fileList }), 'INVALID_PARAM', 'more than 50');
      await refused(sdk.deleteFile({ fileList }), 'INVALID_PARAM', 'more than 50');
    },
  },
  {
    name: 'a page that a user uploaded cannot run at the address of the preview',
    source: 'a rule of the local cloud: files and preview share one address',
    needs: 'local',
    async run(env) {
      const response = await fetch(await linkOf(env, await upload(env, 'evil.html')));
      assert.match(response.headers.get('content-security-policy') ?? '', /sandbox/);
      assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
      assert.equal(response.headers.get('content-type'), 'text/html');
    },
  },
  refusesPath('begins with a slash', '/a.txt'),
  refusesPath('has two slashes in a row', 'a//b.txt'),
  refusesPath('is longer than 850 bytes', '长'.repeat(284)),
  refusesPath('has a control character', 'a\u0018b.txt'),
  refusesPath('climbs up', 'a/../../b.txt'),
];
