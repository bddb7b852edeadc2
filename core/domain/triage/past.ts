import type { Mention } from './matcher';
import { CLAUSE_END } from './normalized';

const LONG_AGO =
  /小时候|以前|之前|曾经|从前|早年|当年|那年|去年|前年|大前年|上辈子|年轻(?:的)?时候|[0-9一二两三四五六七八九几好多]+年(?:以)?前|前[0-9一二两三四五六七八九几好些]+年|上(?:个)?学期|上个?月/;
/** What was begun long ago and goes on, or has come again. */
const STILL = /开始|起|到现在|至今|一直|总|老是|又|还|再|现在|今天|最近|这几?天|刚|突然|每/;
const OVER = /^[^,。;!?:、\s]{0,3}过|^[^,。;!?:、\s]{0,4}(?:早就?好了|治好了)|^了?[一两二三]次$/;
/** Told by the news, not of anybody here. What a neighbour or a colleague has may be an emergency. */
const HEARSAY = /新闻|网上(?:说|看|讲|写)|电视(?:上|里)|视频(?:上|里)|百度|书上|抖音/;

/** What was mentioned as of today: only that is urgent, while a department is told of the past as well. */
export const mentionsOfToday = (text: string, mentions: readonly Mention[]): readonly Mention[] =>
  mentions.filter((mention) => !isOver(text, mention));

/** 小时候被狗咬过: told of long ago, and over. Only within a clause; what the next clause says is of today. */
function isOver(text: string, { start, end }: Mention): boolean {
  let from = start;
  while (from > 0 && !CLAUSE_END.test(text.charAt(from - 1))) from -= 1;
  const before = text.slice(from, start);
  if (HEARSAY.test(before)) return true;
  const since = LONG_AGO.exec(before);
  if (!since) return false;
  const between = before.slice(since.index + since[0].length);
  const behind = text.slice(end).split(CLAUSE_END)[0] ?? '';
  if (STILL.test(between) || STILL.test(behind)) return false;
  return /过$/.test(text.slice(start, end)) || /[有得犯做出发]过/.test(between) || OVER.test(behind);
}
