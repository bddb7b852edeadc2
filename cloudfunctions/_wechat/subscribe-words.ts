import type { Said } from '@core/contract/message';
import type { MessageKind, TemplateValue } from '@core/domain/message/message-kinds';
import { dayOf, timeOf } from '@core/domain/calendar-day';
import { ZERO_FEN, type Fen } from '@core/domain/money';

/** WeChat's limit of a `thing` field. */
const LONGEST = 20;

interface Words {
  readonly what: string;
  readonly advice: string;
  readonly place: string;
  /** The page that a tap opens, with its query. */
  readonly page: string;
}

type WordsOf = { readonly [Kind in MessageKind]: (fields: Extract<Said, { kind: Kind }>['fields']) => Words };

const reportPage = (reportId: string): string =>
  `packages/report/pages/report/index?reportId=${encodeURIComponent(reportId)}`;
const appointmentPage = (appointmentId: string): string =>
  `packages/booking/pages/appointment/index?appointmentId=${encodeURIComponent(appointmentId)}`;
const CATEGORY = { laboratory: '化验报告', imaging: '检查报告' } as const;
const HERE = '医路通里看';

function stoppedWhat(refundFen: Fen, cashAt: string | null): string {
  if (refundFen === ZERO_FEN) return '医生停诊，不用来了';
  return cashAt === null ? '医生停诊，钱全部退回' : '医生停诊，请到窗口领钱';
}

/** No finding, no doctor, no clinic: a lock screen shows these words to whoever looks. */
const WORDS: WordsOf = {
  'report-ready': ({ reportId, category }) => ({
    what: CATEGORY[category],
    advice: '报告出来了，点开看结果',
    place: HERE,
    page: reportPage(reportId),
  }),
  'report-amended': ({ reportId, category }) => ({
    what: CATEGORY[category],
    advice: '报告有更正，请看新的一份',
    place: HERE,
    page: reportPage(reportId),
  }),
  'report-withdrawn': ({ category }) => ({
    what: CATEGORY[category],
    advice: '报告已收回，请等医院通知',
    place: HERE,
    page: 'packages/report/pages/reports/index',
  }),
  'critical-reported': () => ({
    what: '有危急值等医生确认',
    advice: '请马上打开看并处理',
    place: HERE,
    page: 'packages/clinic/pages/critical/index',
  }),
  'session-stopped': ({ appointmentId, refundFen, cashAt }) => ({
    what: stoppedWhat(refundFen, cashAt),
    advice: '点开看可以改约的时间',
    place: HERE,
    page: appointmentPage(appointmentId),
  }),
  'add-on-granted': ({ appointmentId, expiresAt }) => ({
    what: '医生给您加了一个号',
    advice: expiresAt === null ? '点开看时间和地点' : '请尽快付款，过时取消',
    place: HERE,
    page: appointmentPage(appointmentId),
  }),
  'admission-changed': () => ({
    what: '住院登记有新进展',
    advice: '点开看现在到哪一步',
    place: HERE,
    page: 'packages/clinic/pages/own-admissions/index',
  }),
  'called-to-room': ({ appointmentId }) => ({
    what: '轮到您看病了',
    advice: '请现在进诊室，过号要重排',
    place: HERE,
    page: `packages/visit/pages/queue/index?appointmentId=${encodeURIComponent(appointmentId)}`,
  }),
};

const shortened = (text: string): string => {
  const characters = Array.from(text);
  return characters.length <= LONGEST ? text : `${characters.slice(0, LONGEST - 1).join('')}…`;
};

const recorded = (at: number): string => {
  const [year = '', month = '', day = ''] = dayOf(at).split('-');
  return `${year}年${month}月${day}日 ${timeOf(at)}`;
};

export interface SubscribeWords {
  readonly page: string;
  readonly values: Readonly<Record<TemplateValue, string>>;
}

/** What a subscription message says: the only sentences that the server composes, since WeChat shows them itself. */
export function subscribeWords(
  said: Said,
  who: { readonly maskedName: string; readonly at: number },
): SubscribeWords {
  // Each kind's words take that kind's fields; across the union TypeScript cannot follow that.
  const words = (WORDS[said.kind] as (fields: Said['fields']) => Words)(said.fields);
  const { what, advice, place } = words;
  return {
    page: words.page,
    values: {
      patient: shortened(who.maskedName),
      what: shortened(what),
      advice: shortened(advice),
      place: shortened(place),
      time: recorded(who.at),
    },
  };
}
