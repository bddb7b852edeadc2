import { addFen, negateFen, ZERO_FEN, type Fen } from '../money';

/** Where money is: with WeChat Pay, earned by a registration, or owed back to a patient. */
export type LedgerAccount = 'wechat' | 'registration-income' | 'refund-payable';

export interface Line {
  readonly account: LedgerAccount;
  readonly amountFen: Fen;
}

export type PostingReason = 'payment' | 'refund-requested' | 'refund-done';

/** From where to where each kind of posting moves its amount. */
const MOVES: Record<PostingReason, { readonly from: LedgerAccount; readonly to: LedgerAccount }> = {
  payment: { from: 'registration-income', to: 'wechat' },
  'refund-requested': { from: 'refund-payable', to: 'registration-income' },
  'refund-done': { from: 'wechat', to: 'refund-payable' },
};

/** The two lines of a posting; they sum to zero whatever the amount. */
export function postingLines(why: PostingReason, amount: Fen): Line[] {
  const { from, to } = MOVES[why];
  return [
    { account: to, amountFen: amount },
    { account: from, amountFen: negateFen(amount) },
  ];
}

export const balanceOf = (lines: readonly Line[], account: LedgerAccount): Fen =>
  lines
    .filter((line) => line.account === account)
    .reduce((sum, line) => addFen(sum, line.amountFen), ZERO_FEN);

export const totalOf = (lines: readonly Line[]): Fen =>
  lines.reduce((sum, line) => addFen(sum, line.amountFen), ZERO_FEN);
