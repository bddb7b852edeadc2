import { refuse } from '../answers';
import { codePicture } from '../code-picture';
import { ERROR } from '../error-codes';
import type { InterfaceFactory, JsonAnswer, OpenApiContext } from '../interface';
import { minuteQuota } from '../minute-quota';
import { isKnownPage } from '../pages';
import { formatProgramCode } from '../program-code';

type Parameters = Readonly<Record<string, unknown>>;

// wxacode.getUnlimited, 请求参数 and 注意事项.
const LONGEST_SCENE = 32;
const SCENE = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]+$/u;
const CALLS_PER_MINUTE = 5000;
const WIDTH = { least: 280, usual: 430, most: 1280 };
const VERSIONS = ['release', 'trial', 'develop'];
const RESERVED = 'scancode_time';

/** The picture's type: WeChat sends JPEG, and PNG where it is transparent; here it is always PNG. */
const CONTENT_TYPE = 'image/png';

const isBlank = (value: unknown): boolean => value === undefined || value === null || value === '';

// A number is taken as its text, as WeChat does (and as it loses the digits of a long one).
const sceneOf = ({ scene }: Parameters): string | undefined =>
  typeof scene === 'string' || typeof scene === 'number' ? String(scene) : undefined;

function faultOfScene(scene: string | undefined): JsonAnswer | undefined {
  if (scene === undefined || scene === '' || Array.from(scene).length > LONGEST_SCENE)
    return refuse(ERROR.sceneLength, 'invalid length for scene, or the data is not json string');
  if (!SCENE.test(scene)) return refuse(ERROR.invalidScene, 'invalid scene');
  if (scene.includes(RESERVED)) return refuse(ERROR.reservedParameter, `not allow include ${RESERVED} field`);
  return undefined;
}

/** The page bears neither a slash before it nor a query; `check_path: false` lets an unknown one pass. */
function faultOfPage(
  { page, check_path: check }: Parameters,
  context: OpenApiContext,
): JsonAnswer | undefined {
  if (isBlank(page)) return undefined;
  const plain = typeof page === 'string' && !page.startsWith('/') && !page.includes('?');
  const known = plain && isKnownPage(page, check === false ? undefined : context.pages());
  return known ? undefined : refuse(ERROR.invalidPage, 'invalid page');
}

const channel = (value: unknown): number => Math.min(255, Math.max(0, Math.trunc(Number(value) || 0)));

const colorOf = ({ line_color: color }: Parameters): readonly [number, number, number] => {
  const { r, g, b } = (typeof color === 'object' && color !== null ? color : {}) as Record<string, unknown>;
  return [channel(r), channel(g), channel(b)];
};

/** Widths outside of the range become its ends. [MEM] */
const widthOf = ({ width }: Parameters): number => {
  const wanted = isBlank(width) ? WIDTH.usual : Number(width);
  return Number.isFinite(wanted)
    ? Math.min(WIDTH.most, Math.max(WIDTH.least, Math.trunc(wanted)))
    : WIDTH.usual;
};

/** wxacode.getUnlimited (developers.weixin.qq.com, api_getunlimitedqrcode): a picture that the preview can scan. */
export const getUnlimitedCode: InterfaceFactory = (context) => {
  const admit = minuteQuota(CALLS_PER_MINUTE, context.now);
  return (parameters) => {
    if (!admit()) return refuse(ERROR.minuteQuota, 'reach max api daily quota limit');
    const scene = sceneOf(parameters);
    const fault = faultOfScene(scene) ?? faultOfPage(parameters, context);
    if (fault !== undefined) return fault;
    const { page, env_version: version, is_hyaline: transparent } = parameters;
    if (!isBlank(version) && !VERSIONS.includes(String(version)))
      return refuse(ERROR.invalidArguments, 'invalid args');
    const text = formatProgramCode({
      appid: context.appid,
      page: isBlank(page) ? '' : String(page),
      scene: scene ?? '',
    });
    const picture = { text, width: widthOf(parameters), color: colorOf(parameters) };
    return {
      contentType: CONTENT_TYPE,
      buffer: codePicture({ ...picture, transparent: transparent === true }),
    };
  };
};
