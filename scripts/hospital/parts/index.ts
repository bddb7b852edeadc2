import { wardsPart } from './wards';
import { priceListPart } from './price-list';
import { doctorNoticesPart } from './doctor-notices';
import type { HospitalPart } from './part';

/** Everything a hospital's folder may hold beside its catalogue, in the order in which it is loaded. */
export const PARTS: readonly HospitalPart[] = [wardsPart, priceListPart, doctorNoticesPart];
