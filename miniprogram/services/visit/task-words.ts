import type { Task, TaskKind } from '@core/domain/visit/task';
import { dayOf, timeOf } from '@core/domain/calendar-day';
import { formatFen } from '@core/domain/money';
import { whenOf, type When } from '../appointment/when';
import { shortTime, spokenDay } from '../dates';

/** What the button of a task does. */
export type TaskAction =
  'way' | 'pay-appointment' | 'gate' | 'check-in' | 'queue' | 'bill' | 'report' | 'appointment';

export interface TaskWords {
  readonly taskId: string;
  readonly title: string;
  /** Where, in the hospital's words; empty where it does not matter. */
  readonly place: string;
  readonly note: string;
  readonly preparation: string;
  readonly cost: string;
  /** Null where the time is not the point. */
  readonly when: When | null;
  readonly state: Task['state'];
  /** In a word, for a tag. */
  readonly stateWord: string;
  readonly tone: 'danger' | 'warning' | 'brand' | 'neutral' | 'success';
  /** Epoch milliseconds; 0 where nothing runs out. */
  readonly until: number;
  /** Null where there is nothing to tap. */
  readonly button: { readonly label: string; readonly action: TaskAction } | null;
}

interface Words {
  readonly title: string;
  readonly note?: string;
  /** Said in place of the note while something else comes first. */
  readonly later?: string;
  readonly button?: { readonly label: string; readonly action: TaskAction };
  readonly tone?: TaskWords['tone'];
  /** In place of what the state is called. */
  readonly tag?: string;
}

const way = { label: '看怎么走', action: 'way' } as const;

const WORDS: Readonly<Record<TaskKind, (subject: string) => Words>> = {
  'go-to-emergency': () => ({
    title: '请马上去急诊',
    note: '动不了就打 120，或喊旁边的医生护士。',
    button: way,
    tone: 'danger',
  }),
  'go-to-fever-clinic': (subject) => ({
    title: `请先去${subject}`,
    note: '请戴好口罩，不要去别的候诊区。',
    button: way,
    tone: 'danger',
  }),
  'go-to-room': () => ({ title: '轮到您了，请进诊室', button: way, tone: 'warning' }),
  'pay-appointment': () => ({
    title: '付挂号费',
    note: '付了费，号才是您的。',
    button: { label: '去付费', action: 'pay-appointment' },
    tone: 'warning',
  }),
  'declare-at-gate': () => ({
    title: '填入口预检',
    note: '量一下体温，回答几个问题，一分钟就好。',
    button: { label: '现在填', action: 'gate' },
  }),
  'check-in': () => ({
    title: '到候诊区报到',
    note: '到了护士站，扫那里的报到码。',
    later: '先做完上面的，再报到。',
    button: { label: '扫码报到', action: 'check-in' },
  }),
  barred: (subject) => ({
    title: `先别去：${subject}`,
    later: '护士复核没事就能看。看不成的，怎么取消、怎么退挂号费，点下面看。',
    button: { label: '看这个号怎么办', action: 'appointment' },
    tag: '先别去',
  }),
  missed: (subject) => ({
    title: `没赶上：${subject}`,
    later: '这半天的门诊结束了，没有报到。没看的号可以按规定退。',
    button: { label: '看怎么退', action: 'appointment' },
    tag: '没赶上',
  }),
  'come-back': () => ({
    title: '请重新报到',
    note: '叫您时您不在，或者护士刚复核过。再扫一次报到码，就重新排上队。',
    button: { label: '重新报到', action: 'check-in' },
    tone: 'warning',
  }),
  'wait-for-call': () => ({
    title: '等叫号',
    note: '请在候诊区等，叫到您手机上也看得到。',
    button: { label: '看前面几个人', action: 'queue' },
  }),
  'see-doctor': (subject) => ({ title: `看医生：${subject}`, later: '报到以后按号叫您。' }),
  'pay-bill': () => ({
    title: '付检查和药的费用',
    note: '手机上付，或者到人工窗口付；付好再去做检查、取药。',
    button: { label: '去付费', action: 'bill' },
  }),
  'bill-lapsed': () => ({
    title: '有一张缴费单过期了',
    later: '没有付，也没有收您的钱，上面的检查和药不用去了。还需要的，请找医生重新开。',
    button: { label: '看是哪一张', action: 'bill' },
    tag: '过期了',
  }),
  'do-item': (subject) => ({ title: `去做${subject}`, later: '付好费就可以去做。', button: way }),
  'collect-drug': (subject) => ({ title: `取药：${subject}`, later: '付好费就可以去取。', button: way }),
  'read-report': (subject) => ({
    title: `看报告：${subject}`,
    note: '结果出来了。',
    button: { label: '看报告', action: 'report' },
  }),
  'come-on-day': (subject) => ({
    title: subject,
    button: { label: '看预约', action: 'appointment' },
    tone: 'neutral',
    tag: '已约好',
  }),
};

const STATE_WORD = { now: '现在做', later: '接下来', done: '做好了' } as const;

/** Of which the day matters more than the place. */
const OF_A_DAY: readonly TaskKind[] = ['come-on-day', 'barred'];

/** What can be tapped before its turn comes. */
const ANY_TIME: readonly TaskAction[] = ['way', 'appointment', 'bill'];

/** A task in words a grandmother uses. */
export function taskWords(task: Task, now: number): TaskWords {
  const { title, note = '', later = '', tone, tag, ...words } = WORDS[task.kind](task.subject);
  const { state, kind, from } = task;
  const isEarly = state === 'later' && from !== null;
  const button = isEarly ? way : words.button;
  const mayTap =
    button !== undefined && state !== 'done' && (state === 'now' || ANY_TIME.includes(button.action));
  return {
    taskId: task.taskId,
    title,
    place: state === 'done' ? '' : (task.place ?? ''),
    note:
      state === 'now'
        ? `${lastDayWords(task, now)}${note}`
        : state === 'later'
          ? isEarly
            ? opensWords(from)
            : later
          : '',
    preparation: state === 'done' ? '' : (task.preparation ?? ''),
    cost: task.costFen === null ? '' : formatFen(task.costFen),
    when: OF_A_DAY.includes(kind) && task.time !== null ? whenOf(task.time, now) : null,
    state,
    stateWord: tag ?? STATE_WORD[state],
    tone: state === 'done' ? 'success' : state === 'later' ? 'neutral' : (tone ?? 'brand'),
    until: state === 'now' && kind !== 'pay-bill' ? (task.until ?? 0) : 0,
    button: mayTap ? button : null,
  };
}

/** Days are not counted down by the second. */
const lastDayWords = ({ kind, until }: Task, now: number): string =>
  kind === 'pay-bill' && until !== null ? `最晚 ${spokenDay(dayOf(until - 1), now)}付。` : '';

const opensWords = (from: number): string => `今天 ${shortTime(timeOf(from))} 起可以报到，不用太早来。`;

/** The one task for the home page: the first that can be done now, else the first that follows; null where there is none. */
export const firstTask = (tasks: readonly Task[]): Task | null =>
  tasks.find(({ state }) => state === 'now') ?? tasks.find(({ state }) => state === 'later') ?? null;
