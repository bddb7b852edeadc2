import type { catalog, Clinic } from '@core/contract/catalog';
import { accept } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { catalogue, type StoredClinic } from '../_store/catalog';

/** Every department with its clinics, in the hospital's order; departments without a clinic are left out. */
export const listDepartments: UseCase<typeof catalog.procedures.listDepartments> = async (
  _input,
  context,
) => {
  const { departments, clinics } = await catalogue.current(context.now);
  const withClinics = departments.map((department) => ({
    ...department,
    clinics: clinics.filter(({ departmentId }) => departmentId === department.departmentId).map(publicClinic),
  }));
  return accept(withClinics.filter((department) => department.clinics.length > 0));
};

/** Without the conditions: the rules apply them, the patient reads `whoMayBook`. */
function publicClinic(stored: StoredClinic): Clinic {
  const { clinicId, name, pinyin, initials, place, isSpecial, summary } = stored;
  const { whoMayBook, prerequisites, preparation } = stored;
  return {
    clinicId,
    name,
    pinyin,
    initials,
    place,
    isSpecial,
    summary,
    whoMayBook,
    prerequisites,
    preparation,
  };
}
