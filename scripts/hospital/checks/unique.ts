import type { Fault } from '../fault';
import type { Row } from '../read-table';
import { pathFault, rowFault, type Check, type DocumentName } from './check';

/** The keys after their first occurrence, each with the item that had it first. */
function repeats<T>(items: readonly T[], keyOf: (item: T) => string): { item: T; first: T; key: string }[] {
  const seen = new Map<string, T>();
  return items.flatMap((item) => {
    const key = keyOf(item);
    const first = seen.get(key);
    if (first !== undefined) return [{ item, first, key }];
    seen.set(key, item);
    return [];
  });
}

export const uniqueRows: Check = (folder) => {
  const ids = (['departments', 'clinics', 'practitioners'] as const).flatMap((table) =>
    repeats<Row<{ id: string }>>(folder[table], (row) => row.value.id).map(({ item, first }) =>
      rowFault(table, item, 'id', `the id is already used in row ${first.line}`),
    ),
  );
  const days = repeats(folder.holidays, (row) => row.value.day).map(({ item, first }) =>
    rowFault('holidays', item, 'day', `the day already stands in row ${first.line}`),
  );
  const persons = repeats(folder.registeredPersons, (row) => row.value.identityNumber).map(
    ({ item, first }) =>
      rowFault('registeredPersons', item, 'identityNumber', `the same person stands in row ${first.line}`),
  );
  const numbers = folder.registeredPersons.flatMap((row) =>
    row.value.outpatientNumbers.map(({ number }) => ({ row, number })),
  );
  const twice = repeats(numbers, ({ number }) => number).map(({ item, first, key }) =>
    rowFault(
      'registeredPersons',
      item.row,
      'outpatientNumbers',
      `${key} is already used in row ${first.row.line}`,
    ),
  );
  return [...ids, ...days, ...persons, ...twice];
};

export const uniqueEntries: Check = (folder) => {
  const faultsOf = (name: DocumentName, list: string, field: string, values: readonly string[]): Fault[] =>
    repeats(
      values.map((value, index) => ({
        value,
        path: [list, index, field].filter((part) => part !== '').join('.'),
      })),
      ({ value }) => value,
    ).map(({ item, first }) =>
      pathFault(folder, name, item.path, `already used in line ${folder[name].lineOf(first.path)}`),
    );
  const pack = folder.rulePack.value;
  const packIds = (['eligibility', 'clauses', 'consents', 'retention'] as const).flatMap((list) =>
    faultsOf(
      'rulePack',
      list,
      'id',
      pack[list].map(({ id }) => id),
    ),
  );
  const people = (['id', 'openid', 'phoneNumber'] as const).flatMap((field) =>
    faultsOf(
      'previewPeople',
      '',
      field,
      folder.previewPeople.value.map((person) => person[field]),
    ),
  );
  const notices = faultsOf(
    'notices',
    '',
    'id',
    folder.notices.value.map(({ id }) => id),
  );
  return [...packIds, ...people, ...notices];
};
