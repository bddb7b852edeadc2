import type { Me } from '@core/contract/identity';

/** Cards one may decide about, as choices: one's own and those of one's young children. */
export const ownCards = ({ patients }: Me) =>
  patients
    .filter(({ relationship, mayAct }) => relationship !== 'relative' && mayAct)
    .map(({ patientId, maskedName, relationship }) => ({
      value: patientId,
      title: maskedName,
      note: relationship === 'self' ? '本人' : '孩子',
    }));
