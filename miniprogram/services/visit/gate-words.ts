import type { GateStatus } from '@core/contract/visit-views';
import type { GateOutcome } from '@core/domain/visit/gate-rules';
import { dayOf } from '@core/domain/calendar-day';
import { spokenDay } from '../dates';

export interface GateWords {
  readonly state: string;
  readonly tone: 'success' | 'brand' | 'danger' | 'warning';
  readonly title: string;
  readonly next: string;
}

const PASSED: Readonly<Record<'pass' | 'green-channel', GateWords>> = {
  pass: {
    state: '可以进',
    tone: 'success',
    title: '今天可以进普通门诊',
    next: '请到候诊区报到；保安、护士要看，就给他看这个码。',
  },
  'green-channel': {
    state: '绿色通道',
    tone: 'brand',
    title: '您走绿色通道，可以少排队',
    next: '请到候诊区报到，护士会先安排您。',
  },
};

/** Where somebody stands at the gate. */
export function gateWords(status: GateStatus, now: number): GateWords {
  const { outcome, where, flag } = status;
  if (where !== null) {
    const until = flag ? `过了${lastDay(flag.until, now)}，可以再看普通门诊。` : '';
    const isEmergency = (flag?.outcome ?? outcome) === 'emergency';
    return {
      state: isEmergency ? '请去急诊' : '请去发热门诊',
      tone: 'danger',
      title: isEmergency ? '请马上去急诊' : `请先去${where.name}`,
      next: isEmergency
        ? `动不了就打 120，或喊旁边的医生护士。${until}`
        : `请戴好口罩，直接去${where.place}。${until}觉得不对，请找入口的护士复核。`,
    };
  }
  if (outcome === null) {
    return {
      state: '还没填',
      tone: 'warning',
      title: '今天还没填入口预检',
      next: '量一下体温，回答几个问题，一分钟就好。每天来医院都要填一次。',
    };
  }
  return PASSED[outcome === 'green-channel' ? 'green-channel' : 'pass'];
}

/** The last day of a flag: 3月17日 周二. */
export const lastDay = (until: number, now: number): string => spokenDay(dayOf(until - 1), now);

/** 36.5 → 365; null where it is no temperature. A whole number of three digits was typed without its point. */
export function tenthsOf(typed: string): number | null {
  const text = typed
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[。,]/, '.')
    .replace(/[°C度]+$/i, '');
  if (/^\d{3}$/.test(text)) return Number(text);
  if (!/^\d{2}(\.\d)?$/.test(text)) return null;
  return Math.round(Number(text) * 10);
}

export const OUTCOME_WORD: Readonly<Record<GateOutcome, string>> = {
  pass: '可以进',
  'green-channel': '绿色通道',
  'fever-clinic': '发热门诊',
  'children-fever-clinic': '儿童发热门诊',
  emergency: '急诊',
};
