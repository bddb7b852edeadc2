import { pathFault, rowFault, type Check } from './check';

export const holidayKinds: Check = ({ holidays }) =>
  holidays.flatMap((row) => {
    const { kind, runsAs } = row.value;
    if (kind === 'workday' && runsAs === null)
      return [rowFault('holidays', row, 'runsAs', 'a make-up workday must say which weekday it follows')];
    if (kind === 'closed' && runsAs !== null)
      return [rowFault('holidays', row, 'runsAs', 'must be empty on a closed day')];
    return [];
  });

export const noticePeriods: Check = (folder) =>
  folder.notices.value.flatMap(({ from, to }, index) =>
    to === null || from <= to ? [] : [pathFault(folder, 'notices', `${index}.to`, 'is before from')],
  );
