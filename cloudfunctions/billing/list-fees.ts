import type { billing } from '@core/contract/billing';
import { accept } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { appointments } from '../_store/appointments';
import { open } from '../_store/sealed-field';

/** Seats of a patient that are held until their fee is paid, the one that ends first in front. */
export const listFees: UseCase<typeof billing.procedures.listFees> = async ({ patientId }, context) => {
  const found = await appointments.findByPatient(patientId);
  const fees = found.flatMap((record) => {
    const { _id: appointmentId, holdExpiresAt: expiresAt } = record;
    if (record.status !== 'pending' || expiresAt === null || expiresAt <= context.now) return [];
    const maskedPatientName = open(record.maskedName, { documentId: appointmentId, field: 'maskedName' });
    const { clinicName, day, start, end, feeFen } = record;
    return [{ appointmentId, patientId, maskedPatientName, clinicName, day, start, end, feeFen, expiresAt }];
  });
  return accept(fees.sort((one, other) => one.expiresAt - other.expiresAt));
};
