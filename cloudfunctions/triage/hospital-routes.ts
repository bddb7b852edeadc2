import type { HospitalRoutes } from '@core/domain/triage/offers';
import { catalogue } from '../_store/catalog';
import { triageRoutes } from '../_store/triage-routes';

/** The hospital's routes with the clinics they lead to, and a version that changes with either. */
export async function hospitalRoutes(
  now: number,
): Promise<{ readonly version: string; readonly routes: HospitalRoutes }> {
  const [{ version, content }, current] = await Promise.all([
    triageRoutes.versioned(now),
    catalogue.current(now),
  ]);
  const departmentName = new Map(current.departments.map((one) => [one.departmentId, one.name]));
  const clinics = current.clinics.map(({ clinicId, name, place, departmentId, condition }) => ({
    clinicId,
    name,
    place,
    departmentName: departmentName.get(departmentId) ?? '',
    minAgeYears: condition?.minAgeYears ?? null,
    maxAgeYears: condition?.maxAgeYears ?? null,
    gender: condition?.gender ?? null,
  }));
  return {
    version: `${version.slice(0, 16)}-${current.contentHash.slice(0, 16)}`,
    routes: { routes: content, clinics },
  };
}
