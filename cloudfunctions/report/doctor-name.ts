import type { Catalogue } from '../_store/catalog';
import type { ReportRecord } from '../_store/reports';

/** Name of the doctor who ordered it; empty where that doctor is no longer in the hospital's list. */
export const doctorName = ({ practitionerId }: ReportRecord, { practitioners }: Catalogue): string =>
  practitioners.find((one) => one.practitionerId === practitionerId)?.name ?? '';
