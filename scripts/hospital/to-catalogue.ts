import type { ImportInput } from '../../cloudfunctions/catalog/import-input';
import type { Catalogue, ClauseName, RulePack, StoredClinic } from '../../cloudfunctions/_store/catalog';
import type { EligibilityCondition } from './rule-pack-types';
import type { HospitalFolder, HealthcareService } from './types';

/** Who takes over a refund that keeps failing: the window that handles refunds in person. */
const refundOwner = (folder: HospitalFolder): string => folder.hospital.windowPlace;

/** The folder as the import function takes it. */
export function toImport(folder: HospitalFolder): ImportInput {
  return {
    hospital: { contentHash: folder.contentHash, rulePack: rulePackOf(folder), ...contentsOf(folder) },
    registeredPersons: folder.registeredPersons.map(({ name, identityNumber, phone, outpatientNumbers }) => ({
      name,
      identityNumber,
      phone,
      outpatientNumbers: outpatientNumbers.map(({ number, lastVisit }) => ({ number, lastVisit })),
    })),
  };
}

function contentsOf(
  folder: HospitalFolder,
): Omit<Catalogue, '_id' | 'importedAt' | 'contentHash' | 'rulePack'> {
  const { name, campus, address, phone, emergencyPhone, windowPlace, windowHours } = folder.hospital;
  const clinicName = new Map(folder.clinics.map((clinic) => [clinic.id, clinic.name]));
  return {
    organization: { name, campus, address, phone, emergencyPhone, windowPlace, windowHours },
    notices: folder.notices.map(({ id, title, body, from, to }) => ({ id, title, body, from, to })),
    departments: [...folder.departments]
      .sort((a, b) => a.order - b.order)
      .map((one) => ({
        departmentId: one.id,
        name: one.name,
        pinyin: one.pinyin,
        initials: one.initials,
        place: one.place,
        phone: one.phone,
      })),
    clinics: [...folder.clinics]
      .sort((a, b) => a.order - b.order)
      .map((one) =>
        clinicOf(
          one,
          folder.rulePack.eligibility.find(({ id }) => id === one.eligibilityId),
        ),
      ),
    practitioners: folder.practitioners.map((one) => ({
      practitionerId: one.id,
      name: one.name,
      initial: one.initial,
      pinyin: one.pinyin,
      initials: one.initials,
      title: one.title,
      goodAt: one.specialty,
      feeFen: one.feeFen,
      clinics: one.clinicIds.map((clinicId) => ({ clinicId, name: clinicName.get(clinicId) ?? '' })),
    })),
    schedules: folder.schedules.map(({ id, pools, taken, effectiveFrom, effectiveTo, ...one }) => ({
      ...one,
      scheduleId: id,
      reserved: Object.fromEntries(pools.reserved.map(({ pool, seats }) => [pool, seats])),
      takenOnline: taken,
      validFrom: effectiveFrom,
      validTo: effectiveTo,
    })),
    holidays: folder.holidays.map(({ day, runsAs }) => ({ day, worksLike: runsAs })),
  };
}

function clinicOf(one: HealthcareService, condition: EligibilityCondition | undefined): StoredClinic {
  return {
    clinicId: one.id,
    departmentId: one.departmentId,
    name: one.name,
    pinyin: one.pinyin,
    initials: one.initials,
    place: one.place,
    isSpecial: one.kind === 'special',
    summary: one.summary,
    whoMayBook: condition?.label ?? null,
    prerequisites: one.prerequisites?.text ?? null,
    preparation: one.preparation?.text ?? null,
    condition: condition
      ? {
          minAgeYears: condition.minAge,
          maxAgeYears: condition.maxAge,
          gender: condition.gender,
          clause: { clauseId: condition.id, version: condition.version, text: condition.text },
        }
      : null,
  };
}

function rulePackOf(folder: HospitalFolder): RulePack {
  const { rulePack: pack } = folder;
  const { booking, holds, binding, limits } = pack;
  const [consent] = pack.consents;
  if (!consent) throw new Error('A rule pack without a consent document');
  const clauses = pack.clauses.map(({ id, version, text }) => [id, { clauseId: id, version, text }] as const);
  return {
    version: pack.version,
    horizonDays: booking.horizonDays,
    releaseTime: booking.releaseTime,
    sameDayCutoffMinutes: booking.sameDayCutOffMinutes,
    holdMinutes: holds.holdMinutes,
    orderMinutes: holds.orderExpiryMinutes,
    maxUnpaidHolds: holds.maxUnpaidPerUser,
    lapsesBeforeCoolDown: holds.coolDown.lapses,
    lapseWindowMinutes: holds.coolDown.windowMinutes,
    coolDownMinutes: holds.coolDown.minutes,
    limits: { perDepartmentDay: limits.perDepartmentDay, perDay: limits.perDay, total: limits.total },
    maxPatientsPerAccount: binding.maxPatientsPerUser,
    childBelowYears: binding.childBelowYears,
    bindAttemptsPerAccount: binding.perUser.attempts,
    bindAttemptWindowMinutes: binding.perUser.windowMinutes,
    bindAttemptsPerIdentity: binding.perIdentityNumber.attempts,
    bindAttemptWindowMinutesPerIdentity: binding.perIdentityNumber.windowMinutes,
    refund: pack.refund,
    billCodeMinutes: pack.bills.codeMinutes,
    billOrderMinutes: pack.bills.orderMinutes,
    billPayDays: pack.bills.payDays,
    addOns: pack.addOns,
    criticalValues: pack.criticalValues,
    refundOwner: refundOwner(folder),
    clauses: Object.fromEntries(clauses) as Record<ClauseName, (typeof clauses)[number][1]>,
    consent: {
      id: consent.id,
      version: consent.version,
      title: consent.title,
      paragraphs: consent.paragraphs,
    },
    retention: pack.retention.map(({ what, why }) => ({ what, why })),
  };
}
