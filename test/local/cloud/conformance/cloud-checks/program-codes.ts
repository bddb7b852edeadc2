import assert from 'node:assert/strict';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import type { CloudCheck, CloudCheckEnvironment } from '../cloud-check';
import { refused } from '../expect';
import type { Data } from '../sdk';

const CODE = 'developers.weixin.qq.com, wxacode.getUnlimited';
const COMMUNITY = 'developers.weixin.qq.com community, errors of wxacode.getUnlimited';

const make = async ({ sdk, as }: CloudCheckEnvironment, data: Data): Promise<Data> => {
  as({ functionName: 'open', openid: 'o-ann' });
  const getUnlimited = sdk.openapi['wxacode']?.['getUnlimited'];
  assert.ok(getUnlimited);
  return getUnlimited(data);
};
const picture = async (env: CloudCheckEnvironment, data: Data): Promise<PNG> => {
  const { buffer } = await make(env, data);
  return PNG.sync.read(Buffer.from(buffer as Uint8Array));
};
const read = ({ data, width, height }: PNG): string =>
  jsQR(new Uint8ClampedArray(data), width, height)?.data ?? '';

/** What a phone is told of a text that its camera read. */
const scanned = async ({ cloud, send }: CloudCheckEnvironment, text: string): Promise<unknown> => {
  const authorization = `Bearer ${cloud.identity.mint({ openid: 'o-ann' })}`;
  const { body } = await send({ path: '/scan', headers: { authorization }, body: { text } });
  return (body as { path?: unknown }).path;
};

const check = (
  name: string,
  source: string,
  run: (env: CloudCheckEnvironment) => Promise<void>,
): CloudCheck => ({
  name,
  source,
  needs: 'local',
  options: { pages: () => ['pages/home/home', 'pages/visit/visit'] },
  run,
});

/** Mini program codes that phones can scan. */
export const PROGRAM_CODE_CHECKS: CloudCheck[] = [
  check('a code is a picture whose scan opens its page with the encoded scene', CODE, async (env) => {
    const scene = "id=7&b=a/b?c!#$'()*+,";
    const text = read(await picture(env, { scene, page: 'pages/visit/visit' }));
    assert.equal(await scanned(env, text), `pages/visit/visit?scene=${encodeURIComponent(scene)}`);
  }),
  check('a code without a page opens the entry page', CODE, async (env) => {
    const text = read(await picture(env, { scene: 'a' }));
    assert.equal(await scanned(env, text), '?scene=a');
  }),
  check('a text that is no code of this mini program opens nothing', CODE, async (env) => {
    const text = read(await picture(env, { scene: 'a' }));
    assert.equal(await scanned(env, text.replace('wxlocal0001', 'wxother')), undefined);
    assert.equal(await scanned(env, 'https://example.com/'), undefined);
  }),
  check('a code is as wide as asked, 430 px where not, and within 280 and 1280', CODE, async (env) => {
    const widths = await Promise.all(
      [undefined, 300, 100, 5000].map((width) => picture(env, { scene: 'a', ...(width && { width }) })),
    );
    assert.deepEqual(
      widths.map(({ width, height }) => [width, height]),
      [430, 300, 280, 1280].map((side) => [side, side]),
    );
  }),
  check('lines may be coloured and the ground left out', CODE, async (env) => {
    const lineColor = { r: '200', g: 10, b: 0 };
    const { data } = await picture(env, { scene: 'a', lineColor, isHyaline: true });
    const pixels = new Set<string>();
    for (let at = 0; at < data.length; at += 4) pixels.add([...data.subarray(at, at + 4)].join());
    assert.deepEqual([...pixels].sort(), ['200,10,0,255', '255,255,255,0']);
  }),
  check('a scene that is missing or longer than 32 characters is refused', COMMUNITY, async (env) => {
    await refused(make(env, {}), 40169, 'invalid length for scene');
    await refused(make(env, { scene: 'x'.repeat(33) }), 40169, 'invalid length for scene');
    await make(env, { scene: 'x'.repeat(32) });
  }),
  check('a scene with other than the listed characters is refused', COMMUNITY, async (env) => {
    await refused(make(env, { scene: '科室=1' }), 40129, 'invalid scene');
    await refused(make(env, { scene: 'a%20b' }), 40129, 'invalid scene');
  }),
  check('a page with a slash before it, a query, or not in the program is refused', CODE, async (env) => {
    for (const page of ['/pages/home/home', 'pages/home/home?a=1', 'pages/none/none'])
      await refused(make(env, { scene: 'a', page }), 41030, 'invalid page');
  }),
  check('a page that does not exist passes where its check was waived', CODE, async (env) => {
    const { errCode } = await make(env, { scene: 'a', page: 'pages/none/none', checkPath: false });
    assert.equal(errCode, 0);
  }),
];
