import { unknownPlaceholders } from '../placeholders';
import { CLAUSE_IDS } from '../rule-pack-types';
import { pathFault, type Check } from './check';

export const everyClauseWorded: Check = (folder) => {
  const worded = new Set(folder.rulePack.value.clauses.map(({ id }) => id));
  return CLAUSE_IDS.filter((id) => !worded.has(id)).map((id) =>
    pathFault(folder, 'rulePack', 'clauses', `the clause ${id} has no text`),
  );
};

export const placeholdersKnown: Check = (folder) => {
  const pack = folder.rulePack.value;
  const lists = [
    ...pack.clauses.map(({ text }, index) => ({ path: `clauses.${index}.text`, text })),
    ...pack.eligibility.map(({ text }, index) => ({ path: `eligibility.${index}.text`, text })),
  ];
  return lists.flatMap(({ path, text }) =>
    unknownPlaceholders(text, pack).map((name) =>
      pathFault(folder, 'rulePack', path, `{${name}} names no value of the rule pack`),
    ),
  );
};

export const holdOutlivesOrder: Check = (folder) => {
  const { holdMinutes, orderExpiryMinutes } = folder.rulePack.value.holds;
  return orderExpiryMinutes < holdMinutes
    ? []
    : [pathFault(folder, 'rulePack', 'holds.orderExpiryMinutes', 'must be less than holdMinutes')];
};

/** Nobody pays for what could not be given back any more if it is not done. */
export const paidBeforeRefundsEnd: Check = (folder) => {
  const { bills, refund } = folder.rulePack.value;
  const refundDays = refund.countVisitDayAsFirst ? refund.days - 1 : refund.days;
  return bills.payDays <= refundDays
    ? []
    : [pathFault(folder, 'rulePack', 'bills.payDays', 'lasts longer than what is not done can be refunded')];
};

export const limitsFitTogether: Check = (folder) => {
  const { perDepartmentDay, perDay, total } = folder.rulePack.value.limits;
  return [
    ...(perDepartmentDay <= perDay
      ? []
      : [pathFault(folder, 'rulePack', 'limits.perDepartmentDay', 'is above limits.perDay')]),
    ...(perDay <= total ? [] : [pathFault(folder, 'rulePack', 'limits.perDay', 'is above limits.total')]),
  ];
};

export const conditionsMakeSense: Check = (folder) =>
  folder.rulePack.value.eligibility.flatMap(({ gender, minAge, maxAge }, index) => {
    if (gender === null && minAge === null && maxAge === null)
      return [
        pathFault(folder, 'rulePack', `eligibility.${index}`, 'sets no condition: leave it out instead'),
      ];
    return minAge !== null && maxAge !== null && minAge > maxAge
      ? [pathFault(folder, 'rulePack', `eligibility.${index}.maxAge`, 'is below minAge')]
      : [];
  });

export const consentWorded: Check = (folder) =>
  (['consents', 'retention'] as const)
    .filter((list) => folder.rulePack.value[list].length === 0)
    .map((list) => pathFault(folder, 'rulePack', list, 'is empty: a patient must be able to read it'));
