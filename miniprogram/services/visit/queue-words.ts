import type { VisitView } from '@core/contract/visit-views';
import type { ExpectedWait } from '@core/domain/visit/expected-wait';
import type { AheadBecause } from '@core/domain/visit/queue-explanation';

const WHY: Readonly<Record<AheadBecause, string>> = {
  emergency: '急诊病人',
  'green-channel': '绿色通道',
  courtesy: '老人或行动不便',
  again: '叫过又回来的',
  'earlier-half-hour': '约的时间比您早',
  'on-time': '在自己的时间里到的',
  'smaller-number': '号比您小',
  'their-turn': '轮到在您前面的',
};

export interface AheadLine {
  readonly why: AheadBecause;
  readonly text: string;
}

/** 1 位：急诊病人 */
export const aheadLines = (ahead: VisitView['ahead']): readonly AheadLine[] =>
  (ahead?.because ?? []).map(({ why, people }) => ({ why, text: `${people} 位${WHY[why]}` }));

/** 大约再等 10–25 分钟, or why nobody can say. */
export function waitWords(wait: ExpectedWait | null): { readonly text: string; readonly note: string } {
  if (wait === null) return { text: '', note: '' };
  if (wait.state === 'unknown') {
    const why = wait.because === 'paused' ? '有一阵没叫号了，医生可能有急事。' : '医生还没开始叫号。';
    return { text: '现在说不准要等多久', note: `${why}叫到您，这里会马上变。` };
  }
  const { lowMinutes: low, highMinutes: high } = wait;
  return {
    text: low === 0 ? `大约 ${high} 分钟以内` : `大约再等 ${low}–${high} 分钟`,
    note:
      wait.basis === 'this-session'
        ? '按今天前面几位看病的时间估的，会变。'
        : '按平常看一位要的时间估的，会变。',
  };
}

/** The room's call, from 501 on a number that another clinic sent on. */
export const numberWord = (queueNumber: number): string =>
  queueNumber > TRANSFERRED ? `转${queueNumber - TRANSFERRED}` : String(queueNumber);

const TRANSFERRED = 500;
