import type { AssistanceView, HelpRequestView, HelpWish } from '@core/contract/assistance';
import type { AssistanceEnd } from '@core/domain/identity/assistance';
import { timeOf } from '@core/domain/calendar-day';
import { shortTime } from '../../services/dates';
import { scopeWords } from '../../services/scope-words';

/** What somebody wants a volunteer for. */
const WISHES: Readonly<Record<HelpWish, string>> = {
  way: '找不到地方',
  register: '挂号、报到',
  machine: '不会用自助机',
  phone: '不会用手机',
  wheelchair: '要轮椅、走不动',
  other: '别的事',
};

export const wishWords = (wish: HelpWish): string => WISHES[wish];

export const wishOptions = (Object.entries(WISHES) as [HelpWish, string][]).map(([value, title]) => ({
  value,
  title,
}));

/** A request in the queue, as a card. */
export interface RequestCard {
  readonly helpRequestId: string;
  readonly wish: string;
  readonly place: string;
  readonly waited: string;
  readonly taken: string;
}

const MINUTE_MS = 60_000;

export function requestCard(request: HelpRequestView, now: number): RequestCard {
  const minutes = Math.max(0, Math.floor((now - request.askedAt) / MINUTE_MS));
  return {
    helpRequestId: request.helpRequestId,
    wish: wishWords(request.wish),
    place: request.place,
    waited: minutes === 0 ? '刚刚' : `等了 ${minutes} 分钟`,
    taken: request.takenLabel ?? '',
  };
}

/** An assistance, as a card of either side. */
export interface AssistanceCard {
  readonly assistanceId: string;
  readonly volunteer: string;
  readonly patient: string;
  readonly purposes: string;
  readonly until: string;
  readonly ended: string;
}

const ENDINGS: Readonly<Record<AssistanceView['state'], string>> = {
  asked: '等患者点同意',
  unanswered: '患者没有回答，已作废',
  declined: '患者没有同意',
  running: '正在进行',
  expired: '时间到，自动结束',
  left: '志愿者离开了，自动结束',
  ended: '已结束',
};

const ENDED_BY: Readonly<Record<AssistanceEnd, string>> = {
  patient: '患者点了结束',
  volunteer: '志愿者点了结束',
  window: '窗口点了结束',
  hospital: '这位志愿者不再当志愿者，自动结束',
  declined: ENDINGS.declined,
  replaced: '志愿者去帮别人了，自动结束',
};

const endedWords = ({ state, endedBy }: AssistanceView): string =>
  state === 'ended' && endedBy !== null ? ENDED_BY[endedBy] : ENDINGS[state];

export const assistanceCard = (assistance: AssistanceView): AssistanceCard => ({
  assistanceId: assistance.assistanceId,
  volunteer: assistance.volunteerLabel,
  patient: assistance.maskedPatientName ?? '还没有绑卡的患者',
  purposes: scopeWords(assistance.purposes),
  until: assistance.expiresAt === null ? '' : `到 ${shortTime(timeOf(assistance.expiresAt))}`,
  ended: endedWords(assistance),
});
