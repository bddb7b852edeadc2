import type { ReportDetail, ResultView } from '@core/contract/report';
import { isAbnormal } from '@core/domain/report/report';
import type { WhatNow } from '@core/domain/report/what-now';
import { recordedInstant } from '../../../../services/dates';
import {
  levelWords,
  rangeText,
  unitText,
  valueText,
  type Tone,
} from '../../../../services/report/result-words';

/** One result as the page draws it. */
export interface ResultRow {
  readonly code: string;
  readonly name: string;
  readonly short: string;
  readonly value: string;
  readonly unit: string;
  readonly word: string;
  readonly sign: string;
  readonly tone: Tone;
  readonly range: string;
  readonly bar: ResultView['bar'];
  /** The bar in words. */
  readonly spoken: string;
  readonly about: string;
  readonly meaning: string;
  readonly hasTrend: boolean;
}

/** What to do, with its one button; `action` is empty where there is none. */
export interface WhatNowView {
  readonly tone: 'success' | 'warning' | 'danger' | 'info';
  readonly title: string;
  readonly text: string;
  readonly action: '' | 'call' | 'book';
  readonly button: string;
}

export interface DetailView {
  readonly title: string;
  readonly imaging: boolean;
  readonly rows: readonly { readonly name: string; readonly value: string }[];
  readonly now: WhatNowView | null;
  readonly abnormal: readonly ResultRow[];
  readonly usual: readonly ResultRow[];
  readonly usualTitle: string;
  /** Why ranges may not fit; empty where they do. */
  readonly caution: string;
  /** That it takes the place of another; empty where it does not. */
  readonly corrected: string;
  readonly findings: string;
  readonly impression: string;
  /** Said in the place of the results where nothing may be shown; empty where they are there. */
  readonly closed: string;
  /** What not to wait with while a doctor looks at it; empty otherwise. */
  readonly meanwhile: string;
}

const CORRECTED = '这是更正后的报告。之前看到的不作数，请以这一份为准。';
const NOT_FOR_PREGNANCY = '写着“非孕期”的，比的是没怀孕时的范围，孕期会不一样，请听产科医生的。';

export function resultRow(result: ResultView): ResultRow {
  const { word, sign, tone } = levelWords(result.level);
  const [value, range] = [valueText(result), rangeText(result.bounds)];
  const spokenRange = range === '' ? '没有参考范围' : `参考范围 ${range}`;
  return {
    code: result.code,
    name: result.name,
    short: result.short,
    value,
    unit: unitText(result.unit),
    word,
    sign,
    tone,
    range: range === '' ? '' : `${result.notForPregnancy ? '非孕期参考' : '参考'} ${range}`,
    bar: result.bar,
    spoken: `${result.name} ${value} ${result.unit}，${word}，${spokenRange}`,
    about: result.about,
    meaning: result.meaning,
    hasTrend: result.hasTrend,
  };
}

const WHO_NEXT = { book: '约这个门诊', call: '打电话问医院' } as const;

function whatNowView(what: WhatNow, detail: ReportDetail): WhatNowView {
  if (what === 'see-doctor-now') {
    return {
      tone: 'danger',
      title: '请马上联系医生',
      // Another doctor may have stood in for the one who ordered it.
      text: '有结果很要紧，医生已经看过。按医生说的做；没有人联系您，就打电话，不要等。',
      action: 'call',
      button: WHO_NEXT.call,
    };
  }
  if (what === 'see-doctor') {
    const doctor = detail.practitioner === null ? '医生' : `${detail.practitioner.name}医生`;
    const action = detail.clinicId === null ? 'call' : 'book';
    return {
      tone: detail.category === 'imaging' ? 'info' : 'warning',
      title: `带着报告找${doctor}看`,
      text: seeDoctorText(detail),
      action,
      button: WHO_NEXT[action],
    };
  }
  return {
    tone: 'success',
    title: '都在正常范围',
    text: '不用做什么。身上还是不舒服，照样可以找医生。',
    action: '',
    button: '',
  };
}

function seeDoctorText({ category, abnormal, unjudged }: ReportDetail): string {
  if (category === 'imaging') return '图像要和您的情况一起看，是什么、要不要治，由医生来说。';
  if (abnormal > 0) return '一项不正常不等于有病，要和您的情况一起看。在诊室等结果的，直接回去给医生看。';
  return unjudged
    ? '有的项目没有一样的正常范围（比如随月经周期变），要由医生和您的情况一起看。'
    : '和没怀孕时的范围比，都正常。孕期的范围不一样，下次产检带给医生看看。';
}

const MEANWHILE = '现在很不舒服的，不要等报告：马上去急诊，或打 120。';

const CLOSED = {
  released: '',
  'awaiting-doctor': '结果出来了，医生看过以后马上给您看，微信或“消息”里会告诉您。着急可以打电话问。',
  withdrawn: '这份报告收回了，之前看到的不作数。请等医院重新出，有疑问打电话问。',
} as const;

function headRows(detail: ReportDetail): DetailView['rows'] {
  const rows = [
    { name: '就诊人', value: detail.maskedPatientName ?? '' },
    {
      name: detail.category === 'imaging' ? '检查时间' : '采样时间',
      value: recordedInstant(detail.collectedAt),
    },
    { name: '报告时间', value: recordedInstant(detail.issuedAt) },
    { name: '开单医生', value: detail.practitioner?.name ?? '' },
    { name: '门诊号', value: detail.maskedNumber ?? '' },
  ];
  return rows.filter(({ value }) => value !== '');
}

/** Everything the page of one report shows. */
export function detailView(detail: ReportDetail): DetailView {
  const results = detail.results.map((result) => ({ row: resultRow(result), odd: isAbnormal(result.level) }));
  const usual = results.filter(({ odd }) => !odd).map(({ row }) => row);
  const abnormal = results.filter(({ odd }) => odd).map(({ row }) => row);
  const rest = abnormal.length > 0 ? '其余' : '共';
  return {
    title: detail.amended ? `${detail.title}（更正）` : detail.title,
    imaging: detail.category === 'imaging',
    rows: headRows(detail),
    now: detail.state === 'released' ? whatNowView(detail.whatNow, detail) : null,
    abnormal,
    usual,
    caution: detail.results.some(({ notForPregnancy }) => notForPregnancy) ? NOT_FOR_PREGNANCY : '',
    corrected: detail.amended ? CORRECTED : '',
    usualTitle: usual.length === 0 ? '' : `${rest} ${String(usual.length)} 项`,
    findings: detail.findings ?? '',
    impression: detail.impression ?? '',
    closed: CLOSED[detail.state],
    meanwhile: detail.state === 'awaiting-doctor' ? MEANWHILE : '',
  };
}
