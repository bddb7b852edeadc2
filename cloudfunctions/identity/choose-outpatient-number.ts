import type { identity } from '@core/contract/identity';
import { accept, refuse } from '@core/domain/result';
import { consented } from '../_kernel/consented';
import type { UseCase } from '../_kernel/serve';
import { catalogue } from '../_store/catalog';
import { patients } from '../_store/patients';
import { changeAccount } from './change-account';
import { numberReference, patientCard } from './me-view';

/** Which of a person's numbers is used from now on. The others stay linked: nothing is merged. */
export const chooseOutpatientNumber: UseCase<typeof identity.procedures.chooseOutpatientNumber> = async (
  input,
  context,
) => {
  const [{ rulePack }, record] = await Promise.all([
    catalogue.current(context.now),
    patients.findById(input.patientId),
  ]);
  const changed = await changeAccount({ procedure: 'chooseOutpatientNumber', input }, context, (account) => {
    if (!account.signedIn) return refuse('SIGNED_OUT', null);
    if (!consented(account, rulePack.consent)) return refuse('CONSENT_MISSING', null);
    const chosen = record?.outpatientNumbers.find(
      ({ number }) => numberReference(input.patientId, number) === input.reference,
    );
    if (!chosen || !account.bindings.some(({ patientId }) => patientId === input.patientId)) {
      return refuse('NOT_FOUND', null);
    }
    const bindings = account.bindings.map((binding) =>
      binding.patientId === input.patientId ? { ...binding, defaultNumber: chosen.number } : binding,
    );
    return { change: { bindings } };
  });
  if (!changed.ok) return changed;
  const binding = changed.account.bindings.find(({ patientId }) => patientId === input.patientId);
  return binding
    ? accept(await patientCard(changed.account, binding, context.now))
    : refuse('NOT_FOUND', null);
};
