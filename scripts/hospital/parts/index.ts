import { wardsPart } from './wards';
import { priceListPart } from './price-list';
import { doctorNoticesPart } from './doctor-notices';
import { laboratoryPart } from './laboratory';
import { mandatesPart } from './mandates';
import { messageTemplatesPart } from './message-templates';
import type { HospitalPart } from './part';
import { planPart } from './plan';
import { triageRoutesPart } from './triage-routes';
import { visitPart } from './visit';

/** Everything a hospital's folder may hold beside its catalogue, in the order in which it is loaded. */
export const PARTS: readonly HospitalPart[] = [
  planPart,
  wardsPart,
  priceListPart,
  doctorNoticesPart,
  visitPart,
  laboratoryPart,
  messageTemplatesPart,
  mandatesPart,
  triageRoutesPart,
];
