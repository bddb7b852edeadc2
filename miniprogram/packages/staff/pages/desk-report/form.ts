import type { LaboratoryItemView, LaboratoryTable, SentReport } from '@core/contract/report';
import { unitText } from '../../../../services/report/result-words';
import type { TypedResult } from '@core/domain/report/fhir/to-fhir';
import { numberIn } from './typed-number';

/** One field of the form. */
export interface FormField {
  readonly code: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly error: string;
}

/** The fields for what was ordered and what was sent before; none where no table knows its items. */
export function fieldsFor(
  table: LaboratoryTable,
  itemId: string,
  sent: SentReport | null,
): readonly FormField[] {
  const panel = table.panels.find(({ itemIds }) => itemIds.includes(itemId));
  const known = (sent?.results ?? []).map(({ code }) => code);
  return [...new Set([...(panel?.codes ?? []), ...known])].flatMap((code) => {
    const item = table.items.find((one) => one.code === code);
    return item ? [{ ...emptyField(item), value: sentValue(sent, code) }] : [];
  });
}

/** What was sent, as one would type it. */
function sentValue(sent: SentReport | null, code: string): string {
  const result = sent?.results.find((one) => one.code === code);
  if (!result) return '';
  return result.value === null ? (result.text ?? '') : `${result.comparator ?? ''}${String(result.value)}`;
}

const emptyField = ({ code, name, unit, usualWords }: LaboratoryItemView): FormField => ({
  code,
  label: unit === '' ? name : `${name}（${unitText(unit)}）`,
  hint: usualWords.length > 0 ? `写文字，比如“${usualWords[0] ?? ''}”` : '',
  value: '',
  error: '',
});

export type ReadForm =
  | { readonly ok: true; readonly results: readonly TypedResult[] }
  | { readonly ok: false; readonly fields: readonly FormField[] };

/** What was typed as results; empty fields were not measured. A number that is none is named at its field. */
export function readForm(fields: readonly FormField[], { items }: LaboratoryTable): ReadForm {
  const filled = fields.filter(({ value }) => value.trim() !== '');
  const checked = fields.map((field) => ({ ...field, error: errorOf(field, itemOf(items, field.code)) }));
  if (checked.some(({ error }) => error !== '')) return { ok: false, fields: checked };
  return {
    ok: true,
    results: filled.map(({ code, value }) => {
      const item = itemOf(items, code);
      const words = (item?.usualWords.length ?? 0) > 0;
      return {
        code,
        name: item?.name ?? code,
        unit: item?.unit ?? '',
        ...(words
          ? { value: null, text: value.trim() }
          : { ...(numberIn(value) ?? { value: null }), text: null }),
      };
    }),
  };
}

const itemOf = (items: LaboratoryTable['items'], code: string): LaboratoryItemView | undefined =>
  items.find((one) => one.code === code);

function errorOf({ value }: FormField, item: LaboratoryItemView | undefined): string {
  if (value.trim() === '' || (item?.usualWords.length ?? 0) > 0) return '';
  return numberIn(value) === null ? '请写数字，比如 5.2；测不到底的写 <0.5' : '';
}
