import type { GuideRule, triage } from '@core/contract/triage';
import { accept } from '@core/domain/result';
import { tableRows } from '@core/domain/triage/table';
import type { UseCase } from '../_kernel/serve';
import { tables } from './knowledge';

/** Every row of the guide and the document behind it, so that staff see what nobody has checked. */
export const listRules: UseCase<typeof triage.procedures.listRules> = () => {
  const sources = new Map(
    tableRows(tables.sources).map((row) => [
      row['id'] ?? '',
      { title: row['title'] ?? '', address: row['address'] ?? '' },
    ]),
  );
  const rulesOf = (kind: GuideRule['kind'], text: string, name: string): GuideRule[] =>
    tableRows(text).map((row) => ({
      kind,
      id: row['id'] ?? '',
      name: row[name] ?? '',
      source: sources.get(row['source'] ?? '') ?? null,
    }));
  return Promise.resolve(
    accept([
      ...rulesOf('red-flag', tables.redFlags, 'title'),
      ...rulesOf('sign', tables.signFacts, 'name'),
      ...rulesOf('symptom', tables.symptoms, 'name'),
    ]),
  );
};
