import { addFen, negateFen, ZERO_FEN, type Fen } from '../money';

/** Where money is: with WeChat Pay, in the window's till, earned, or owed back to a patient. */
export type LedgerAccount = MoneyAccount | IncomeAccount | 'refund-payable';
export type MoneyAccount = 'wechat' | 'cash';
/** By a registration, or by what a bill lists. */
export type IncomeAccount = 'registration-income' | 'service-income';

export interface Line {
  readonly account: LedgerAccount;
  readonly amountFen: Fen;
}

export type PostingReason = 'payment' | 'refund-requested' | 'refund-done';

/** What is paid for, and where its money lies. */
export interface LedgerSubject {
  readonly money: MoneyAccount;
  readonly income: IncomeAccount;
}

const REGISTRATION: LedgerSubject = { money: 'wechat', income: 'registration-income' };

type Move = { readonly from: LedgerAccount; readonly to: LedgerAccount };

/** From where to where each kind of posting moves its amount. */
const MOVES: Record<PostingReason, (subject: LedgerSubject) => Move> = {
  payment: ({ money, income }) => ({ from: income, to: money }),
  'refund-requested': ({ income }) => ({ from: 'refund-payable', to: income }),
  'refund-done': ({ money }) => ({ from: money, to: 'refund-payable' }),
};

/** The two lines of a posting; they sum to zero whatever the amount. */
export function postingLines(why: PostingReason, amount: Fen, subject: LedgerSubject = REGISTRATION): Line[] {
  const { from, to } = MOVES[why](subject);
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
