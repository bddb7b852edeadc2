import { isToBePaid, ORDER_CATEGORIES, type LineFacts, type OrderCategory } from '../clinic/order';
import { addFen, fen, ZERO_FEN, type Fen } from '../money';

/** The order in which categories are shown. */
export const BILL_CATEGORIES = ORDER_CATEGORIES;

/** A line as it was ordered. */
export interface OrderedLine extends LineFacts {
  readonly name: string;
  readonly category: OrderCategory;
}

export interface BillLine {
  readonly lineId: string;
  readonly name: string;
  readonly category: OrderCategory;
  readonly feeFen: Fen;
  readonly quantity: number;
  readonly amountFen: Fen;
}

export interface CategorySum {
  readonly category: OrderCategory;
  readonly amountFen: Fen;
}

/** What an unpaid order costs: lines that were cancelled or not done before payment are not asked for. */
export const billLines = (ordered: readonly OrderedLine[]): BillLine[] =>
  ordered.filter(isToBePaid).map(({ lineId, name, category, feeFen, quantity }) => ({
    lineId,
    name,
    category,
    feeFen,
    quantity,
    amountFen: fen(feeFen * quantity),
  }));

export const totalOfLines = (lines: readonly Pick<BillLine, 'amountFen'>[]): Fen =>
  lines.reduce((sum, { amountFen }) => addFen(sum, amountFen), ZERO_FEN);

/** What may be shown to whoever only holds the code: how much of which kind, never what. */
export const categorySums = (lines: readonly Pick<BillLine, 'category' | 'amountFen'>[]): CategorySum[] =>
  BILL_CATEGORIES.map((category) => ({
    category,
    amountFen: totalOfLines(lines.filter((line) => line.category === category)),
  })).filter(({ amountFen }) => amountFen > 0);
