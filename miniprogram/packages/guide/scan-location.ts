import { placeOfCode } from '@core/domain/guide/location-code';
import type { KeptPlan } from '../../services/plan';
import type { RefusalText } from '../../services/refusal-texts/refusal-text';
import { codeIn } from '../../services/scan';
import { scanCode } from '../../services/scan-code';
import { CAMERA_UNUSABLE, NOT_A_LOCATION } from './refusals';

/** The place where a location code hangs; a refusal for any other code; null where the person turned back. */
export async function scanLocation(
  plan: KeptPlan,
): Promise<{ placeId: string } | { refusal: RefusalText } | null> {
  const scanned = await scanCode();
  if (scanned.state === 'cancelled') return null;
  if (scanned.state === 'failed') return { refusal: CAMERA_UNUSABLE };
  const placeId = placeOfCode(codeIn(scanned.text));
  const isKnown = plan.places.some((place) => place.placeId === placeId);
  return placeId !== null && isKnown ? { placeId } : { refusal: NOT_A_LOCATION };
}
