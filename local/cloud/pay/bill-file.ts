import { PROVIDER } from './answers';
import type { Bill, BillRow, BillTotals, BillType } from './bill';
import { formatReadable } from './china-time';

const yuan = (fen: number): string => (fen / 100).toFixed(2);
const NOTHING = yuan(0);

/** Fees are rounded to fen and then filled up with three zeros: 0.15000. [COMM] */
const feeText = (fen: number): string => `${yuan(fen)}000`;

interface Column<T> {
  title: string;
  /** Types of bill that have it; all where absent. */
  only?: readonly BillType[];
  of: (subject: T) => string;
}

type RowColumn = Column<BillRow & { rate: string }>;

const WITH_REFUNDS = ['ALL', 'REFUND'] as const;
const inRefund = (text: (refund: NonNullable<BillRow['refund']>) => string, otherwise: string) => {
  return ({ refund }: BillRow): string => (refund === undefined ? otherwise : text(refund));
};

/** Columns in their order (trade bill in detail: headings of ALL, SUCCESS and REFUND). */
const COLUMNS: readonly RowColumn[] = [
  { title: '交易时间', of: ({ at }) => formatReadable(at) },
  { title: '公众账号ID', of: () => PROVIDER.appid },
  { title: '商户号', of: () => PROVIDER.mch_id },
  { title: '特约商户号', of: ({ order }) => order.subMchId },
  { title: '设备号', of: () => '' },
  { title: '微信订单号', of: ({ order }) => order.transactionId ?? '' },
  { title: '商户订单号', of: ({ order }) => order.outTradeNo },
  { title: '用户标识', of: ({ order }) => order.openid },
  { title: '交易类型', of: () => 'JSAPI' },
  { title: '交易状态', of: inRefund(() => 'REFUND', 'SUCCESS') },
  { title: '付款银行', of: () => 'OTHERS' },
  { title: '货币种类', of: () => 'CNY' },
  { title: '应结订单金额', of: ({ order, refund }) => yuan(refund === undefined ? order.totalFee : 0) },
  { title: '代金券金额', of: () => NOTHING },
  {
    title: '退款申请时间',
    only: ['REFUND'],
    of: inRefund(({ acceptedAt }) => formatReadable(acceptedAt), ''),
  },
  {
    title: '退款成功时间',
    only: ['REFUND'],
    of: ({ refund, refundState }) =>
      refundState === 'SUCCESS' && refund?.doneAt !== undefined ? formatReadable(refund.doneAt) : '',
  },
  { title: '微信退款单号', only: WITH_REFUNDS, of: inRefund(({ refundId }) => refundId, '0') },
  { title: '商户退款单号', only: WITH_REFUNDS, of: inRefund(({ outRefundNo }) => outRefundNo, '0') },
  { title: '退款金额', only: WITH_REFUNDS, of: inRefund(({ refundFee }) => yuan(refundFee), NOTHING) },
  { title: '充值券退款金额', only: WITH_REFUNDS, of: () => NOTHING },
  { title: '退款类型', only: WITH_REFUNDS, of: inRefund(() => 'ORIGINAL', '') },
  { title: '退款状态', only: WITH_REFUNDS, of: ({ refundState = '' }) => refundState },
  { title: '商品名称', of: ({ order }) => order.body },
  { title: '商户数据包', of: ({ order }) => order.attach ?? '' },
  { title: '手续费', of: ({ fee }) => feeText(fee) },
  { title: '费率', of: ({ rate }) => rate },
  { title: '订单金额', of: ({ order, refund }) => yuan(refund === undefined ? order.totalFee : 0) },
  { title: '申请退款金额', only: WITH_REFUNDS, of: inRefund(({ refundFee }) => yuan(refundFee), NOTHING) },
  { title: '费率备注', of: () => '' },
];

/** Columns of the two last lines. */
const TOTALS: readonly Column<BillTotals>[] = [
  { title: '总交易单数', of: ({ count }) => String(count) },
  { title: '应结订单总金额', of: ({ paid }) => yuan(paid) },
  { title: '退款总金额', only: WITH_REFUNDS, of: ({ refunded }) => yuan(refunded) },
  { title: '充值券退款总金额', only: WITH_REFUNDS, of: () => NOTHING },
  { title: '手续费总金额', of: ({ fees }) => feeText(fees) },
  { title: '订单总金额', of: ({ paid }) => yuan(paid) },
  { title: '申请退款总金额', only: WITH_REFUNDS, of: ({ refunded }) => yuan(refunded) },
];

/** The file begins with this mark, which stays in front of the first heading. [COMM] */
const BYTE_ORDER_MARK = '\ufeff';
const LINE_END = '\r\n';

const columnsOf = <T>(columns: readonly Column<T>[], type: BillType): readonly Column<T>[] =>
  columns.filter(({ only }) => only?.includes(type) ?? true);

const titles = <T>(columns: readonly Column<T>[]): string => columns.map(({ title }) => title).join(',');

// The mark before each value keeps spreadsheets from rounding long numbers.
const values = <T>(columns: readonly Column<T>[], subject: T): string =>
  columns.map(({ of }) => `\`${of(subject).replace(/[\r\n]+/g, ' ')}`).join(',');

/** A bill as the text that the provider's file holds; money in yuan with two decimals. */
export function billFile({ rows, totals }: Bill, type: BillType, feeBasisPoints: number): string {
  const columns = columnsOf(COLUMNS, type);
  const sums = columnsOf(TOTALS, type);
  const rate = `${(feeBasisPoints / 100).toFixed(2)}%`;
  const lines = [
    titles(columns),
    ...rows.map((row) => values(columns, { ...row, rate })),
    titles(sums),
    values(sums, totals),
  ];
  return BYTE_ORDER_MARK + lines.map((line) => line + LINE_END).join('');
}
