import { birthDateOf } from '../identity-number';
import { rowFault, type Check } from './check';

export const visitsAfterBirth: Check = ({ registeredPersons }) =>
  registeredPersons.flatMap((row) =>
    row.value.outpatientNumbers
      .filter(({ lastVisit }) => lastVisit !== null && lastVisit < birthDateOf(row.value.identityNumber))
      .map(({ number }) =>
        rowFault(
          'registeredPersons',
          row,
          'outpatientNumbers',
          `${number} was last used before the person's birth`,
        ),
      ),
  );
