import { randomBytes } from 'node:crypto';
import { isOpenid } from '../../identity/openid';
import { refuse, succeed } from '../answers';
import { ERROR } from '../error-codes';
import type { InterfaceFactory, JsonAnswer, OpenApiContext } from '../interface';
import { minuteQuota } from '../minute-quota';
import { LABELS, type RiskyWord } from '../risky-words';

// security.msgSecCheck, 请求参数 and 注意事项.
const LONGEST_TEXT = 2500;
const CALLS_PER_MINUTE = 4000;
const SCENES = [1, 2, 3, 4];
/** "用户需在近两小时访问过小程序". */
const RECENT_MS = 2 * 60 * 60 * 1000;

/** How sure the stand-in is of what it found, of 100. */
const CERTAINTY = 90;

const find = (words: readonly RiskyWord[], text: string): RiskyWord | undefined => {
  const found = words.filter((word) => text.includes(word.text));
  return found.find(({ suggest }) => suggest === 'risky') ?? found[0];
};

function judge(words: readonly RiskyWord[], text: string): JsonAnswer {
  const { suggest = 'pass', label = LABELS.normal } = find(words, text) ?? {};
  return succeed({
    detail: [
      { strategy: 'content_model', errcode: 0, suggest, label, prob: CERTAINTY },
      { strategy: 'keyword', errcode: 0 },
    ],
    trace_id: [4, 4, 4].map((size) => randomBytes(size).toString('hex')).join('-'),
    result: { suggest, label },
  });
}

/** Version 2 wants to know where the text stands and which user wrote it. */
function faultOfAuthor(
  { scene, openid }: Readonly<Record<string, unknown>>,
  { visits }: OpenApiContext,
  callerOpenid: string | undefined,
): JsonAnswer | undefined {
  if (!SCENES.includes(Number(scene))) return refuse(ERROR.invalidArguments, 'invalid args');
  if (!isOpenid(openid)) return refuse(ERROR.invalidOpenid, 'invalid openid');
  const visited = openid === callerOpenid || visits.within(openid, RECENT_MS);
  return visited ? undefined : refuse(ERROR.noRecentVisit, 'code is expired');
}

/** security.msgSecCheck, versions 1 and 2, over a word list that stands in for WeChat's judgement. */
export const checkText: InterfaceFactory = (context) => {
  const { riskyWords, now } = context;
  const admit = minuteQuota(CALLS_PER_MINUTE, now);
  return (parameters, caller) => {
    const { content, version = 1 } = parameters;
    if (!admit()) return refuse(ERROR.minuteQuota, 'reach max api daily quota limit');
    if (typeof content !== 'string' || content === '') return refuse(ERROR.emptyContent, 'empty content');
    if (Array.from(content).length > LONGEST_TEXT)
      return refuse(ERROR.contentTooLong, 'content size out of limit');
    if (Number(version) === 2)
      return faultOfAuthor(parameters, context, caller.openid) ?? judge(riskyWords, content);
    return find(riskyWords, content)?.suggest === 'risky'
      ? refuse(ERROR.riskyContent, 'risky content')
      : succeed();
  };
};
