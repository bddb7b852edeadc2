import type { CalendarDay } from '@core/domain/calendar-day';
import { hospitalPart } from './hospital-parts';

/** What a doctor tells everyone who opens their page. */
export interface DoctorNotice {
  readonly practitionerId: string;
  readonly from: CalendarDay;
  /** Last day, inclusive; null until it is taken down. */
  readonly to: CalendarDay | null;
  readonly text: string;
}

/** All doctors' notices, past and future ones too; the hospital may have none. */
export const doctorNotices = hospitalPart<readonly DoctorNotice[]>('doctor-notices', []);
