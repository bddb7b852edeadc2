import type { LocalCloud } from '../../local/cloud/index';
import { partBatches } from '../hospital/part-batches';
import { toImport } from '../hospital/to-catalogue';
import type { HospitalFolder } from '../hospital/types';
import { StartFailure } from './start-failure';

const IMPORT = 'catalog-import-hospital';
const PUBLISH = 'booking-publish-sessions';

interface ImportAnswer {
  readonly ok?: boolean;
  readonly error?: string;
  readonly detail?: unknown;
}

/** Gives the hospital's data to the functions, and puts the sessions up to the horizon on sale. */
export async function openHospital(cloud: LocalCloud, hospital: HospitalFolder): Promise<void> {
  await giveOver(cloud, { ...toImport(hospital) });
  for (const parts of partBatches(hospital.parts)) await giveOver(cloud, { parts });
  const published = await cloud.timers.runNow(PUBLISH);
  if (!published.ok)
    throw new StartFailure([`The sessions cannot be published: ${published.failure.message}`]);
}

async function giveOver(cloud: LocalCloud, data: Record<string, unknown>): Promise<void> {
  const answer = await cloud.invoke({ name: IMPORT, data, source: 'console' });
  const result = answer.result as ImportAnswer | undefined;
  if (result === undefined) throw new StartFailure([`The hospital cannot be loaded: ${answer.errMsg}`]);
  if (result.ok !== true) throw new StartFailure([refusalLine(result)]);
}

function refusalLine({ error, detail }: ImportAnswer): string {
  if (error === 'REMOVED_DOCTOR_HAS_PATIENTS') {
    const { doctors } = detail as { doctors: readonly { name: string; appointments: number }[] };
    const names = doctors.map(({ name, appointments }) => `${name} (${appointments})`).join(', ');
    return `Doctors missing from the hospital's folder still expect patients: ${names}. Nothing was changed.`;
  }
  const more = detail === undefined || detail === null ? '' : ` ${JSON.stringify(detail)}`;
  return `The hospital's data is refused: ${error ?? 'the import failed'}${more}`;
}
