import { isWithin, reachOf, waitingSince, type Reach } from '@core/domain/report/critical-routing';
import { catalogue, type Catalogue } from './catalog';
import { accountsOfDoctors } from './doctor-accounts';
import type { ReportRecord } from './reports';
import type { RoleGrant } from './role-grants';

type Routed = Pick<ReportRecord, 'practitionerId' | 'clinicId' | 'versions'>;

/** The doctors who may acknowledge a critical value now. */
export interface CriticalAudience {
  readonly reach: Reach;
  /** Since when it waits. */
  readonly since: number;
  /** The doctor who ordered it has the role on some phone. */
  readonly doctorThere: boolean;
  readonly practitionerIds: readonly string[];
}

/**
 * Reckoned anew whenever it is asked for, so that a doctor who lost the role never keeps a critical value to himself. Null
 * where none waits.
 */
export async function criticalAudience(record: Routed, now: number): Promise<CriticalAudience | null> {
  const since = waitingSince(record.versions);
  if (since === null) return null;
  const hospital = await catalogue.current(now);
  const { practitionerId } = record;
  const department = departmentOf(record, hospital);
  const own = practitionerId === null ? [] : [practitionerId];
  const colleagues = [...department].filter((id) => id !== practitionerId);
  const doctorThere = await isAnyThere(own, now);
  const colleagueThere = await isAnyThere(colleagues, now);
  const facts = { waitedMs: now - since, doctorThere, colleagueThere };
  const reach = reachOf(facts, hospital.rulePack.criticalValues);
  const everybody = new Set([...own, ...hospital.practitioners.map((one) => one.practitionerId)]);
  const practitionerIds = [...everybody].filter((id) =>
    isWithin(reach, { ordered: id === practitionerId, sameDepartment: department.has(id) }),
  );
  return { reach, since, doctorThere, practitionerIds };
}

const isAnyThere = async (practitionerIds: readonly string[], now: number): Promise<boolean> =>
  practitionerIds.length > 0 && (await accountsOfDoctors(practitionerIds, now)).length > 0;

/** Doctors of the department of the clinic at which it was ordered; where that is gone, of its doctor's departments. */
function departmentOf(
  { practitionerId, clinicId }: Routed,
  { clinics, practitioners }: Catalogue,
): ReadonlySet<string> {
  const departmentsOf = (clinicIds: readonly string[]): string[] =>
    clinics.filter((one) => clinicIds.includes(one.clinicId)).map(({ departmentId }) => departmentId);
  const clinicsOf = (id: string | null): string[] =>
    practitioners
      .filter((one) => one.practitionerId === id)
      .flatMap((one) => one.clinics.map((clinic) => clinic.clinicId));
  const ordered = departmentsOf(clinicId === null ? [] : [clinicId]);
  const departments = ordered.length > 0 ? ordered : departmentsOf(clinicsOf(practitionerId));
  const isOfThem = (id: string): boolean =>
    departmentsOf(clinicsOf(id)).some((department) => departments.includes(department));
  return new Set(practitioners.map((one) => one.practitionerId).filter(isOfThem));
}

/**
 * Whether another doctor than the one who ordered a report may open it: while it waits and reaches that doctor, and
 * afterwards whoever acknowledged it.
 */
export async function isStandIn(record: ReportRecord, grant: RoleGrant, now: number): Promise<boolean> {
  const { practitionerId, accountId } = grant;
  if (practitionerId === null) return false;
  if (record.state !== 'awaiting-doctor')
    return accountId !== null && record.versions.at(-1)?.acknowledgedBy === accountId;
  const audience = await criticalAudience(record, now);
  return audience?.practitionerIds.includes(practitionerId) ?? false;
}
