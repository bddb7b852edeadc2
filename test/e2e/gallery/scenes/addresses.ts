/** A page of a subpackage as app.json has it. */
export const pageOf = (packageName: string, name: string): string =>
  `packages/${packageName}/pages/${name}/index`;

const BREAST = 'breast-general';

/** Query of a doctor's day in breast surgery. */
export const breastDay = (practitionerId: string, day: string): string =>
  `practitionerId=${practitionerId}&clinicId=${BREAST}&day=${day}`;
