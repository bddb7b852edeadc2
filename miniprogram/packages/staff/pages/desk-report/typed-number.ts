import type { TypedResult } from '@core/domain/report/fhir/to-fhir';

const NUMBER = /^([<>]=?)?(\d{1,8}(?:\.\d{1,4})?)$/;

/** A number as a Chinese keyboard may write it: full width, `。` for the point, ≤ and ≥; null where it is none. */
export function numberIn(typed: string): Required<Pick<TypedResult, 'value' | 'comparator'>> | null {
  const written = typed
    .replace(/。/g, '.')
    .replace(/[≤≦]/g, '<=')
    .replace(/[≥≧]/g, '>=')
    .normalize('NFKC')
    .replace(/\s+/g, '');
  const [, comparator, digits] = NUMBER.exec(written) ?? [];
  if (digits === undefined) return null;
  return { value: Number(digits), comparator: (comparator as TypedResult['comparator']) ?? null };
}
