import type { billing } from '@core/contract/billing';
import { accept, refuse } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { windowFile } from './window-file';

/** A person's payments, registrations and bills for the window's one screen. */
export const getWindowFile: UseCase<typeof billing.procedures.getWindowFile> = async (input, context) => {
  const file = await windowFile(input.patientId, context.now);
  return file ? accept(file) : refuse('NOT_FOUND', null);
};
