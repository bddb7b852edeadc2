import { accept } from '@core/domain/result';
import { writeHospitalPart } from '../_store/hospital-parts';
import type { PartsInput } from './import-input';

/** Replaces each part as a whole; one that the hospital does without is emptied. Answers which ones were written. */
export async function importParts(parts: PartsInput, importedAt: number) {
  const written: string[] = [];
  for (const [name, { contentHash, content }] of Object.entries(parts)) {
    const isNew = await writeHospitalPart({ _id: name, contentHash, importedAt, content: content ?? null });
    if (isNew) written.push(name);
  }
  return accept({ written });
}
