import type { Bar } from '@core/domain/report/bar';
import type { LaboratoryItem } from '@core/domain/report/catalogue';
import type { CriticalRules, Reach } from '@core/domain/report/critical-routing';
import type { Reason } from '@core/domain/report/fhir/reasons';
import type {
  Bounds,
  Comparator,
  ReportCategory,
  ReportStatus,
  ResultLevel,
} from '@core/domain/report/report';
import type { ReportState } from '@core/domain/report/release';
import type { TrendDirection, TrendLine } from '@core/domain/report/trend';
import type { WhatNow } from '@core/domain/report/what-now';
import * as v from 'valibot';
import { on, staff } from './access';
import { closed, id, requestId, text } from './fields';
import { defineContext, output, proceduresWith } from './procedure';

/** A report in a list. */
export interface ReportSummary {
  readonly reportId: string;
  readonly category: ReportCategory;
  readonly title: string;
  readonly collectedAt: number;
  readonly issuedAt: number;
  /**
   * awaiting-doctor: a doctor looks at it first, nothing of it is here; withdrawn: it was taken back, nothing of it is
   * here.
   */
  readonly state: 'released' | 'awaiting-doctor' | 'withdrawn';
  /** A correction of what was said before. */
  readonly amended: boolean;
  readonly unread: boolean;
  /** Results that are not as usual; 0 where nothing may be shown. */
  readonly abnormal: number;
  readonly critical: boolean;
  /** Holds results that only a doctor can judge: nothing is said to be as usual then. */
  readonly unjudged: boolean;
  /** The outpatient number under which it was made, masked; null where the order says whose it is. */
  readonly maskedNumber: string | null;
}

/** One result with what it means. */
export interface ResultView {
  readonly code: string;
  readonly name: string;
  /** What staff call it; empty for items that are not in the hospital's table. */
  readonly short: string;
  readonly value: number | null;
  readonly comparator: Comparator | null;
  readonly text: string | null;
  readonly unit: string;
  readonly decimals: number;
  readonly level: ResultLevel;
  readonly bounds: Bounds | null;
  readonly bar: Bar | null;
  /** Compared with what is usual outside of pregnancy, though she is pregnant. */
  readonly notForPregnancy: boolean;
  /** What the item tells, in one sentence; empty where nobody wrote one. */
  readonly about: string;
  /** What this level can mean; empty where it is as usual or nobody wrote a sentence. */
  readonly meaning: string;
  /** Has been measured before, too. */
  readonly hasTrend: boolean;
}

export interface ReportDetail extends ReportSummary {
  readonly patientId: string;
  /** Number of the version that is shown; null where nothing of it may be. */
  readonly version: number | null;
  readonly maskedPatientName: string | null;
  /** Empty where nothing may be shown. */
  readonly results: readonly ResultView[];
  readonly findings: string | null;
  readonly impression: string | null;
  readonly whatNow: WhatNow;
  /** Who ordered it; null for reports of paper orders. */
  readonly practitioner: { readonly practitionerId: string; readonly name: string } | null;
  readonly clinicId: string | null;
  readonly acknowledgedAt: number | null;
}

export interface TrendView {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly decimals: number;
  readonly about: string;
  readonly direction: TrendDirection | null;
  /** In the order of time. */
  readonly points: readonly {
    readonly reportId: string;
    readonly at: number;
    readonly value: number;
    readonly comparator: Comparator | null;
    readonly level: ResultLevel;
    readonly bounds: Bounds | null;
  }[];
  readonly line: TrendLine;
  /** Values in another unit, which the line leaves out. */
  readonly otherUnits: number;
}

export type Submitted =
  | {
      readonly state: 'accepted';
      readonly reportId: string;
      /** What those it is about may see of it now. */
      readonly becomes: ReportState;
      /** Holds a value of which a doctor must know at once, also while it is preliminary. */
      readonly critical: boolean;
    }
  /** The very same report was here already. */
  | { readonly state: 'known'; readonly reportId: string }
  | { readonly state: 'quarantined'; readonly fileId: string; readonly reasons: readonly Reason[] };

/** What a desk has sent about one line of an order, to go on from. */
export interface DeskReport {
  readonly maskedPatientName: string;
  readonly gender: 'female' | 'male';
  readonly ageYears: number;
  /** The number of the next version: the last report's, or a new one where there is none or it was taken back. */
  readonly sourceId: string;
  /** When the line was marked as done: about when the sample was taken. */
  readonly executedAt: number | null;
  /** What was sent last under that number; null where nothing was. */
  readonly sent: SentReport | null;
}

export interface SentReport {
  readonly status: Exclude<ReportStatus, 'withdrawn'>;
  readonly collectedAt: number;
  readonly issuedAt: number;
  readonly pregnant: boolean | null;
  readonly urgent: boolean;
  readonly results: readonly Pick<
    ResultView,
    'code' | 'name' | 'value' | 'comparator' | 'text' | 'unit' | 'level'
  >[];
  readonly findings: string | null;
  readonly impression: string | null;
}

export interface QuarantineLine {
  readonly fileId: string;
  readonly at: number;
  readonly sourceId: string | null;
  readonly reasons: readonly Reason[];
}

/** A report that a doctor must look at before the patient may. */
export interface CriticalLine {
  readonly reportId: string;
  readonly version: number;
  /** The desk's own number of the report, by which its system finds the patient. */
  readonly sourceId: string;
  readonly title: string;
  readonly maskedPatientName: string;
  readonly ageYears: number;
  readonly issuedAt: number;
  /** Since when it waits. */
  readonly since: number;
  /** Name of the doctor who ordered it, where that is another one, maybe empty; null for the caller's own. */
  readonly standsInFor: string | null;
  readonly appointmentId: string | null;
  /** The critical ones first. */
  readonly results: readonly ResultView[];
  readonly findings: string | null;
  readonly impression: string | null;
}

export interface CriticalList {
  readonly lines: readonly CriticalLine[];
  /** When what nobody has acknowledged is shown to more doctors. */
  readonly rules: CriticalRules;
}

/** A critical value that nobody has acknowledged yet, as an administrator sees it: nothing of the patient. */
export interface UnacknowledgedLine {
  readonly reportId: string;
  readonly category: ReportCategory;
  /** Who ordered it; empty where the hospital's list no longer has that doctor. */
  readonly practitionerName: string;
  /** That doctor still has the role on some phone. */
  readonly practitionerThere: boolean;
  readonly clinicName: string;
  readonly departmentPhone: string;
  readonly since: number;
  /** Which doctors may acknowledge it by now. */
  readonly reach: Reach;
}

export interface UnacknowledgedList {
  readonly lines: readonly UnacknowledgedLine[];
  readonly rules: CriticalRules;
}

export interface LaboratoryItemView {
  readonly code: string;
  readonly name: string;
  readonly short: string;
  readonly unit: string;
  readonly decimals: number;
  readonly usualWords: readonly string[];
  /** Rows of ranges and limits, and how many of them nobody has checked against a public document. */
  readonly rows: number;
  readonly unreviewedRows: number;
  /** The plain sentences were checked. */
  readonly wordsReviewed: boolean;
}

export interface LaboratoryTable {
  readonly items: readonly LaboratoryItemView[];
  readonly panels: readonly {
    readonly panelId: string;
    readonly name: string;
    readonly itemIds: readonly string[];
    readonly codes: readonly string[];
  }[];
}

export interface ReportRefusals {
  SIGNED_OUT: null;
  /** Not of this desk: the laboratory reports laboratory results, the imaging desk pictures. */
  OTHER_DESK: null;
  /** Nothing waits for a doctor in this version (any more). */
  NOTHING_TO_ACKNOWLEDGE: null;
}

/** A file of at most 100 KB, as one line: line breaks stand outside of JSON's texts and may be spaces. */
const file = text(100_000);
const version = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000));
const desks = { laboratory: 'any', imaging: 'any' } as const;
const mine = { patient: true, relative: 'reports' } as const;

const { command, query } = proceduresWith<ReportRefusals>();

/** What was found out, and who may know it when. */
export const report = defineContext({
  name: 'report',
  procedures: {
    /** Over all of the person's outpatient numbers; unread and abnormal ones first, then the latest. */
    listReports: query({
      access: on('patient', 'patientId', mine),
      input: closed({ patientId: id }),
      output: output<readonly ReportSummary[]>(),
      errors: ['SIGNED_OUT'],
    }),
    /** The doctor who ordered it sees what the desk has finished, also before the patient may. */
    getReport: query({
      access: on('report', 'reportId', { ...mine, doctor: 'own' }),
      input: closed({ reportId: id }),
      output: output<ReportDetail>(),
      errors: ['SIGNED_OUT'],
    }),
    getTrend: query({
      access: on('patient', 'patientId', mine),
      input: closed({ patientId: id, code: text(60) }),
      output: output<TrendView>(),
      errors: ['SIGNED_OUT'],
    }),
    /** `version`: the one that was on the screen; a correction that came meanwhile stays unread. */
    markSeen: command({
      access: on('report', 'reportId', mine),
      input: closed({ requestId, reportId: id, version }),
      output: output<null>(),
      errors: ['SIGNED_OUT'],
    }),
    /** `file`: a FHIR R4 Bundle, or a DiagnosticReport with contained Observations, as JSON. */
    submitReport: command({
      access: staff(desks),
      input: closed({ requestId, desk: v.picklist(['laboratory', 'imaging']), file }),
      output: output<Submitted>(),
      errors: ['OTHER_DESK'],
    }),
    /** Of the caller's own desk; what it sent last, so that a correction leaves nothing out. */
    getDeskReport: query({
      access: on('order', 'orderId', { laboratory: 'own', imaging: 'own' }),
      input: closed({ orderId: id, lineId: id }),
      output: output<DeskReport>(),
      errors: [],
    }),
    listQuarantine: query({
      access: staff(desks),
      input: closed({ desk: v.picklist(['laboratory', 'imaging']) }),
      output: output<readonly QuarantineLine[]>(),
      errors: ['OTHER_DESK'],
    }),
    /** The same file once more, after what it was refused for was put right. */
    retryQuarantined: command({
      access: staff(desks),
      input: closed({ requestId, fileId: id }),
      output: output<Submitted>(),
      errors: [],
    }),
    dismissQuarantined: command({
      access: staff(desks),
      input: closed({ requestId, fileId: id }),
      output: output<null>(),
      errors: [],
    }),
    listItems: query({
      access: staff({ ...desks, doctor: 'any', administrator: 'any' }),
      input: closed({}),
      output: output<LaboratoryTable>(),
      errors: [],
    }),
    /** One item with every row of its table and its sentences, as they are compared and shown, and who says so. */
    getItem: query({
      access: staff({ ...desks, doctor: 'any', administrator: 'any' }),
      input: closed({ code: text(40) }),
      output: output<LaboratoryItem>(),
      errors: [],
    }),
    /** The caller's own, and others' that have reached the caller by the hospital's rules. */
    listCritical: query({
      access: staff({ doctor: 'own' }),
      input: closed({}),
      output: output<CriticalList>(),
      errors: [],
    }),
    listUnacknowledged: query({
      access: staff({ administrator: 'any' }),
      input: closed({}),
      output: output<UnacknowledgedList>(),
      errors: [],
    }),
    /** Also by a doctor who stands in for the one who ordered it. */
    acknowledgeCritical: command({
      access: on('report', 'reportId', { doctor: 'own' }),
      /** `version`: the one that the doctor has read. */
      input: closed({ requestId, reportId: id, version }),
      output: output<null>(),
      errors: ['NOTHING_TO_ACKNOWLEDGE'],
    }),
  },
});
