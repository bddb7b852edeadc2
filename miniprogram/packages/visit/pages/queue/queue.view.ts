import type { VisitView } from '@core/contract/visit-views';
import { spokenRange } from '../../../../services/dates';
import { aheadLines, numberWord, waitWords, type AheadLine } from '../../../../services/visit/queue-words';

export interface QueueView {
  readonly state: string;
  readonly tone: 'success' | 'warning' | 'brand' | 'neutral';
  /** The one thing to know now. */
  readonly title: string;
  readonly next: string;
  readonly mine: string;
  /** The number being served; empty where nobody is. */
  readonly serving: string;
  /** Null unless waiting. */
  readonly ahead: { readonly people: number; readonly lines: readonly AheadLine[] } | null;
  /** About those who may still come first; empty where there are none. */
  readonly coming: string;
  readonly wait: string;
  readonly waitNote: string;
  readonly place: string;
  readonly who: string;
  readonly doctor: string;
  readonly time: string;
  /** Why the order is not what was booked; empty otherwise. */
  readonly notice: string;
  readonly button: {
    readonly label: string;
    readonly action: 'way' | 'check-in' | 'tasks' | 'pass' | 'appointment';
  } | null;
  /** Checked in and not yet called. */
  readonly waits: boolean;
  /** Over: looking again makes no sense. */
  readonly still: boolean;
}

interface Stage {
  readonly state: string;
  readonly tone: QueueView['tone'];
  readonly title: string;
  readonly next: string;
  readonly button: QueueView['button'];
}

const toTasks = { label: '看接下来要做的事', action: 'tasks' } as const;
const toRoom = { label: '看怎么走', action: 'way' } as const;
const toPass = { label: '看该去哪里', action: 'pass' } as const;
const toAppointment = { label: '看这个预约', action: 'appointment' } as const;
const toCheckIn = { label: '去报到', action: 'check-in' } as const;

type StageName = NonNullable<VisitView['state']> | 'before' | Exclude<VisitView['standing'], 'booked'>;

const STAGES: Readonly<Record<StageName, (view: VisitView) => Stage>> = {
  unpaid: () => ({
    state: '还没付费',
    tone: 'warning',
    title: '先付挂号费，再报到',
    next: '付了费，号才是您的。',
    button: toAppointment,
  }),
  stopped: ({ practitionerName }) => ({
    state: '停诊了',
    tone: 'warning',
    title: '这半天不看了，不用再等',
    next: `${practitionerName}医生临时停诊。挂号费全部退给您，消息里有最近还能约的时间。今天一定要看，请告诉护士。`,
    button: { label: '看退费，另约时间', action: 'appointment' },
  }),
  ended: () => ({
    state: '已取消',
    tone: 'neutral',
    title: '这个号已经取消，不用再等',
    next: '为什么取消、钱退到哪里，在预约里看。',
    button: toAppointment,
  }),
  past: () => ({
    state: '已经过去',
    tone: 'neutral',
    title: '这一天的门诊已经结束',
    next: '没看成的，怎么退挂号费在预约里看。',
    button: toAppointment,
  }),
  before: ({ area }) => ({
    state: '还没报到',
    tone: 'warning',
    title: '报到以后才排得上队',
    next: area ? `请到${area.place}报到。` : '请到候诊区护士站报到。',
    button: toCheckIn,
  }),
  arrived: ({ ahead }) => ({
    state: '正在排队',
    tone: 'brand',
    title: ahead?.people === 0 ? '下一个就是您' : `前面还有 ${ahead?.people ?? 0} 位`,
    next: '请在候诊区等，叫到您这里会马上变。',
    button: toRoom,
  }),
  called: ({ place }) => ({
    state: '叫到您了',
    tone: 'success',
    title: '请现在进诊室',
    next: `${place}。没赶上会过号，要重新排。`,
    button: toRoom,
  }),
  passed: ({ area }) => ({
    state: '过号了',
    tone: 'warning',
    title: '叫您的时候您不在',
    next: `回来后在${area?.place ?? '护士站'}再扫一次报到码，就重新排上队。`,
    button: { label: '重新报到', action: 'check-in' },
  }),
  held: () => ({
    state: '先不叫您',
    tone: 'warning',
    title: '请先去预检说的地方',
    next: '您的位置给您留着：护士复核没事，就接着排。',
    button: toPass,
  }),
  'in-room': () => ({
    state: '正在看病',
    tone: 'success',
    title: '医生正在给您看',
    next: '开的检查和药，看完在“今天要做的事”里。',
    button: toTasks,
  }),
  finished: () => ({
    state: '看完了',
    tone: 'neutral',
    title: '这一次看完了',
    next: '要做的检查、要取的药，都在“今天要做的事”里。拿到结果要回来，请告诉护士。',
    button: toTasks,
  }),
};

const AGAIN = {
  passed: '您过号后重新排的队，要等前面叫几位再叫您。',
  returned: '您是看过结果回来的，前面叫几位就叫您。',
  transferred: '',
} as const;

function noticeOf({ again, transferredFrom, late, state }: VisitView): string {
  if (state !== 'arrived') return '';
  if (transferredFrom !== null) return `${transferredFrom}的医生请您转到这里看，不用再付挂号费。`;
  if (again !== null) return AGAIN[again];
  return late ? '您约的时间已经过了，排在这个时间段按时到的人后面。' : '';
}

/** One visit in the queue. */
export function queueView(visit: VisitView): QueueView {
  const { standing, yetToCome } = visit;
  const stage = STAGES[standing === 'booked' ? (visit.state ?? 'before') : standing](visit);
  const wait = waitWords(visit.wait);
  return {
    ...stage,
    mine: numberWord(visit.queueNumber),
    serving: visit.serving === null ? '' : numberWord(visit.serving),
    ahead: visit.ahead && { people: visit.ahead.people, lines: aheadLines(visit.ahead) },
    coming: yetToCome === 0 ? '' : `还有 ${yetToCome} 位约的时间比您早、没报到，按时来了会先叫。`,
    wait: wait.text,
    waitNote: wait.note,
    place: visit.place,
    who: visit.maskedName,
    doctor: `${visit.clinicName} · ${visit.practitionerName} ${visit.practitionerTitle}`.trim(),
    time: spokenRange(visit.start, visit.end),
    notice: noticeOf(visit),
    waits: standing === 'booked' && visit.state === 'arrived',
    still: visit.state === 'finished' || ['stopped', 'ended', 'past'].includes(standing),
  };
}
