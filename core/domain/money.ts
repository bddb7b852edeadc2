/** An amount in fen (1/100 yuan), always a safe integer. Floats never hold money. */
export type Fen = number & { readonly unit: 'fen' };

/**
 * Ten thousand million yuan: far above any hospital bill and far below 2^53, so sums of a whole ledger stay exact.
 */
const LARGEST_FEN = 1_000_000_000_000;

export function isFen(value: unknown): value is Fen {
  return Number.isSafeInteger(value) && Math.abs(value as number) <= LARGEST_FEN;
}

/** @throws RangeError where the number is no whole amount of fen. */
export function fen(value: number): Fen {
  if (!isFen(value)) throw new RangeError('Not a whole amount of fen');
  return value;
}

export const ZERO_FEN = fen(0);

export const addFen = (...amounts: readonly Fen[]): Fen =>
  fen(amounts.reduce<number>((sum, amount) => sum + amount, 0));

export const negateFen = (amount: Fen): Fen => fen(0 - amount);

/** As people read it: ¥12,345.67. */
export function formatFen(amount: Fen): string {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  const yuan = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${amount < 0 ? '-' : ''}¥${yuan}.${digits.slice(-2)}`;
}
