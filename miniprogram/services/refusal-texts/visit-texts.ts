import type { VisitRefusals } from '@core/contract/visit';
import { dayOf, timeOf } from '@core/domain/calendar-day';
import { shortTime, spokenDay } from '../dates';
import { OUTCOME } from './flag-outcome';
import type { RefusalText, TextsFor } from './refusal-text';

const STATE = {
  arrived: '正在候诊',
  called: '已经叫号',
  passed: '已经过号',
  held: '被入口预检请去了别处，要护士复核后才能叫',
  'in-room': '正在看病',
  finished: '已经看完',
  withdrawn: '的号已经退了',
} as const;

const lookAgain = { label: '再看一遍', kind: 'retry' } as const;
const ok = { label: '知道了', kind: 'dismiss' } as const;
const temperature = (tenths: number): string => (tenths / 10).toFixed(1);

type OwnRefusals = Omit<VisitRefusals, 'SIGNED_OUT'>;

/** From the gate to the doctor's room. */
export const visitTexts: TextsFor<OwnRefusals> = {
  QUESTIONS_CHANGED: () => ({
    title: '问题刚刚更新了',
    reason: '医院改了入口要问的问题，您刚才的回答还没有交。',
    next: '请看一遍新的问题再交，一分钟就好。',
    action: { label: '看新的问题', kind: 'retry' },
  }),
  ANSWER_MISSING: () => ({
    title: '还有问题没回答',
    reason: '每个问题都要选“是”或“否”，医生才好判断该去哪里。',
    next: '请补上没选的那一题。',
    action: ok,
  }),
  TEMPERATURE_UNLIKELY: ({ lowestTenths, highestTenths }) => ({
    title: '体温好像写错了',
    reason: `人的体温一般在 ${temperature(lowestTenths)} 到 ${temperature(highestTenths)} ℃ 之间。`,
    next: '请再量一次、再填；没有体温计，入口的护士可以帮您量。',
    action: ok,
  }),
  GATE_MISSING: () => ({
    title: '先过入口预检，再报到',
    reason: '今天还没有填体温和健康情况，或者预检请您去别的地方。',
    next: '在手机上填一下，一分钟就好。',
    action: { label: '去填预检', kind: 'pass' },
  }),
  FLAGGED: ({ clause, outcome, until, where }): RefusalText => ({
    title: `请先去${OUTCOME[outcome]}`,
    reason: `医院规定：${clause.text}`,
    next: `${where.place}。过了${spokenDay(dayOf(until - 1), Date.now())}，可以再挂普通门诊；觉得不对，请找护士复核。`,
    action: { label: '看该去哪里', kind: 'pass' },
  }),
  NOT_BOOKED: () => ({
    title: '这个号现在不能报到',
    reason: '它还没付费，或者已经取消了。',
    next: '请看看预约的状态。',
    action: { label: '看我的预约', kind: 'visits' },
  }),
  NOT_TODAY: ({ day }) => ({
    title: '不是今天的号',
    reason: `这个号是${spokenDay(day, Date.now())}的。`,
    next: '请到那天再来报到；要改时间，可以先取消再约。',
    action: { label: '看我的预约', kind: 'visits' },
  }),
  WRONG_AREA: ({ area }) => ({
    title: '不在这里报到',
    reason: area ? `您今天的号在${area.name}报到。` : '您今天的号不在这个候诊区。',
    next: area ? `请去${area.place}，扫那里墙上的码。` : '请问一下导诊台。',
    action: area ? { label: '看今天要做的事', kind: 'tasks' } : { label: '打电话问医院', kind: 'call' },
  }),
  AREA_UNKNOWN: () => ({
    title: '这不是报到码',
    reason: '医院里没有这个候诊区。',
    next: '请扫候诊区墙上写着“报到”的码，或找护士报到。',
    action: ok,
  }),
  AREA_CODE_OLD: ({ area }) => ({
    title: '报到码不是今天的',
    reason: '这里的报到码每天换，人到了候诊区才扫得到，这样叫号才准。',
    next: `请到${area.place}，扫护士台上今天的码，或者请护士帮您报到。`,
    action: { label: '看今天要做的事', kind: 'tasks' },
  }),
  CHECK_IN_EARLY: ({ opensAt }) => ({
    title: '还没到报到时间',
    reason: '来得太早，排上队也要等很久。',
    next: `今天 ${shortTime(timeOf(opensAt))} 起可以报到。`,
    action: ok,
  }),
  CHECK_IN_OVER: () => ({
    title: '这半天的门诊已经结束',
    reason: '医生这一班看完了，不能再报到。',
    next: '请到人工窗口，按规定退号或改约。',
    action: { label: '打电话问医院', kind: 'call' },
  }),
  NOTHING_TODAY: () => ({
    title: '今天没有要看的号',
    reason: '这位就诊人今天没有预约。',
    next: '可以换一位就诊人，或者先去挂号。',
    action: { label: '去挂号', kind: 'departments' },
  }),
  PASS_ALTERED: () => ({
    title: '这个通行码不对',
    reason: '它不是本院发的，或者少读了几位。',
    next: '请病人打开“通行码”再扫一次，或者用序号查。',
    action: ok,
  }),
  PASS_EXPIRED: ({ day }) => ({
    title: '这个通行码过期了',
    reason: `它是${spokenDay(day, Date.now())}的，通行码只管当天。`,
    next: '请病人在手机上重新填一次预检。',
    action: ok,
  }),
  NOT_NOW: ({ state }) => ({
    title: `现在不能这样做`,
    reason: `这位病人${STATE[state]}，可能别人刚刚操作过。`,
    next: '请看一眼现在的队列再点。',
    action: lookAgain,
  }),
  NOBODY_WAITS: () => ({
    title: '没有人在等',
    reason: '报到的病人都叫过了。',
    next: '有人报到，这里会自己出现。',
    action: lookAgain,
  }),
  CALL_OPEN: () => ({
    title: '刚才叫的病人还没处理',
    reason: '他还没进诊室，也没有过号。',
    next: '请先点“病人到了，开始看诊”或“没来，过号”，再叫下一位。',
    action: lookAgain,
  }),
  SKIP_NEEDS_REASON: () => ({
    title: '先叫后面的病人要写原因',
    reason: '前面还有人在等，原因会记下来。',
    next: '请选一个原因再叫。',
    action: ok,
  }),
  NO_FLAG: () => ({
    title: '没有要解除的限制',
    reason: '这位病人现在没有被拦，可能别人刚刚解除了。',
    next: '可以直接报到。',
    action: lookAgain,
  }),
  TRANSFER_IMPOSSIBLE: () => ({
    title: '不能转到那里',
    reason: '那一班已经结束、停诊，或者不看这样的病人。',
    next: '请在列表里选另一个门诊。',
    action: lookAgain,
  }),
};
