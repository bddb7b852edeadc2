import { abnormalCount, hasUnjudged, isCriticalReport, type JudgedReport } from './judge';

/** nothing: all as usual; see-doctor: at the next visit; see-doctor-now: do not wait. */
export type WhatNow = 'nothing' | 'see-doctor' | 'see-doctor-now';

/**
 * What a report asks of the person. A picture is always talked over with the doctor who wanted it, and so is a pregnant
 * woman's result that was compared with what is usual outside of pregnancy.
 */
export function whatNow(report: JudgedReport): WhatNow {
  if (isCriticalReport(report)) return 'see-doctor-now';
  const isOpen = hasUnjudged(report) || report.results.some(({ notForPregnancy }) => notForPregnancy);
  return isOpen || abnormalCount(report) > 0 || report.category === 'imaging' ? 'see-doctor' : 'nothing';
}
