import type { HospitalRoutes } from '@core/domain/triage/offers';
import { api } from '../api';
import type { Refused } from '../error-text';
import { printedEmergency } from '../printed-hospital';

interface Kept {
  readonly version: string;
  readonly routes: HospitalRoutes;
}

const STORAGE_KEY = 'triage-routes';
const NOWHERE: HospitalRoutes = { routes: [], clinics: [] };

/** As last heard: public, so it may stay on the phone and be read without a network. */
function kept(): Kept | null {
  const stored: unknown = wx.getStorageSync(STORAGE_KEY);
  return typeof stored === 'object' && stored !== null && 'routes' in stored ? (stored as Kept) : null;
}

export const routesKept = (): HospitalRoutes | null => kept()?.routes ?? null;

/** Where the emergency department is, in the hospital's words: as last heard, else as printed, else its common name. */
export function emergencyPlace(isForChild: boolean): string {
  const routes = routesKept()?.routes ?? [];
  const placeOf = (id: string): string => routes.find(({ specialtyId }) => specialtyId === id)?.place ?? '';
  const heard = (isForChild ? placeOf('emergency-child') : '') || placeOf('emergency');
  return heard || printedEmergency(isForChild).place || '急诊';
}

type Heard = { readonly ok: true; readonly value: HospitalRoutes } | Refused;

/** The server's word where there is one, else what is kept; refused only where nothing was ever heard. */
export async function hospitalRoutes(): Promise<Heard> {
  const before = kept();
  const answer = await api.triage.getRoutes({ known: before?.version ?? null });
  if (!answer.ok) return before === null ? answer : { ok: true, value: before.routes };
  const { version, routes } = answer.value;
  if (routes === null) return { ok: true, value: before?.routes ?? NOWHERE };
  wx.setStorageSync(STORAGE_KEY, { version, routes });
  return { ok: true, value: routes };
}
