export type ReportCategory = 'laboratory' | 'imaging';

/** preliminary: the laboratory still works on it; amended: replaces what was said before; withdrawn: was never true. */
export type ReportStatus = 'preliminary' | 'final' | 'amended' | 'withdrawn';

/** How a value stands to what is usual; `abnormal` and `critical` for results that are words. */
export type ResultLevel =
  | 'critical-low'
  | 'low'
  | 'normal'
  | 'high'
  | 'critical-high'
  | 'abnormal'
  | 'critical'
  /** Nothing to compare it with. */
  | 'unjudged';

/** Bounds of what is usual, both included; null where open. */
export interface Bounds {
  readonly low: number | null;
  readonly high: number | null;
}

/** `<0.5`: the apparatus says no more than that. */
export type Comparator = '<' | '<=' | '>=' | '>';

/** One measured or observed thing, as the laboratory said it. */
export interface ResultContent {
  /** The hospital's own code of the item. */
  readonly code: string;
  readonly name: string;
  /** Either a number or words. */
  readonly value: number | null;
  readonly comparator: Comparator | null;
  readonly text: string | null;
  readonly unit: string;
  /** The laboratory's own range, where it gave one. */
  readonly bounds: Bounds | null;
  /** The laboratory's own judgement, where it gave one. */
  readonly flag: ResultLevel | null;
}

/** A report as it was received, in our own flat shape. */
export interface ReportContent {
  /** The number by which the executing desk knows it. */
  readonly sourceId: string;
  readonly category: ReportCategory;
  readonly title: string;
  readonly status: ReportStatus;
  /** Null where the order says whose report it is. */
  readonly outpatientNumber: string | null;
  readonly orderId: string | null;
  readonly lineId: string | null;
  /** When the sample or picture was taken, epoch milliseconds. */
  readonly collectedAt: number;
  readonly issuedAt: number;
  /** Said to be pregnant when it was taken; null where nobody said. */
  readonly pregnant: boolean | null;
  /** The desk itself says that a doctor must see it before anybody else. */
  readonly urgent: boolean;
  readonly results: readonly ResultContent[];
  /** 检查所见 */
  readonly findings: string | null;
  /** 检查提示 */
  readonly impression: string | null;
}

const USUAL: ReadonlySet<ResultLevel> = new Set(['normal', 'unjudged']);
const CRITICAL: ReadonlySet<ResultLevel> = new Set(['critical-low', 'critical-high', 'critical']);

export const isAbnormal = (level: ResultLevel): boolean => !USUAL.has(level);
export const isCritical = (level: ResultLevel): boolean => CRITICAL.has(level);
