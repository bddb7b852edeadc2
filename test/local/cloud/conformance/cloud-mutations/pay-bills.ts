import type { Mutation } from '../mutation';

const BILL = 'pay/bill.ts';
const FILE = 'pay/bill-file.ts';
const DOWNLOAD = 'pay/download-bill.ts';

/** Bills, as they are downloaded. */
export const PAY_BILL_MUTATIONS: readonly Mutation[] = [
  {
    file: FILE,
    find: "{ title: '费率备注', of: () => '' },",
    replace: '',
    expectFailing: ['a bill is a text with the headings of payments and refunds'],
  },
  {
    file: FILE,
    find: 'only?.includes(type) ?? true',
    replace: "only?.includes('REFUND') ?? true",
    expectFailing: ['a bill of payments has no columns for refunds'],
  },
  {
    file: FILE,
    find: 'formatReadable(refund.doneAt)',
    replace: "''",
    expectFailing: ['a bill of refunds tells when each was asked for and done'],
  },
  {
    file: FILE,
    find: '(fen / 100).toFixed(2)',
    replace: 'String(fen)',
    expectFailing: ['a bill writes a mark before each value and money in yuan with two decimals'],
  },
  {
    file: BILL,
    find: 'const fee = 0 - feeOf(refund.refundFee, feeBasisPoints);',
    replace: 'const fee = 0;',
    expectFailing: ['a bill gives the fee back with a refund, and fills fees up with zeros'],
  },
  {
    file: BILL,
    find: 'paid: sum(rows, ({ refund, order }) => (refund === undefined ? order.totalFee : 0)),',
    replace: 'paid: sum(rows, ({ order }) => order.totalFee),',
    expectFailing: ['a bill ends with the sums of its lines'],
  },
  {
    file: FILE,
    find: "'\\ufeff'",
    replace: "''",
    expectFailing: ['a bill begins with a byte order mark'],
  },
  {
    file: BILL,
    find: 'if (order.paidAt === undefined) return [];',
    replace: 'order.paidAt ??= order.createdAt;',
    expectFailing: ['a bill leaves out orders that were not paid'],
  },
  {
    file: DOWNLOAD,
    find: "packing === 'GZIP' ? gzipSync(file) : file",
    replace: 'file',
    expectFailing: ['a bill can be had packed, as bytes'],
  },
  {
    file: BILL,
    find: 'READY_AFTER_MS = DAY_MS + 10 *',
    replace: 'READY_AFTER_MS = DAY_MS + 9 *',
    expectFailing: ['a bill can be had from ten in the morning of the next day'],
  },
  {
    file: DOWNLOAD,
    find: '!isOver || bill.rows.length === 0 ||',
    replace: '',
    expectFailing: ['a day without trades has no bill, nor has the day that is not over'],
  },
  {
    file: DOWNLOAD,
    find: ' || now() - from > KEPT_MS',
    replace: '',
    expectFailing: ['a bill is kept for three months'],
  },
  {
    file: BILL,
    find: 'order.subMchId === (subMchId ?? order.subMchId)',
    replace: 'order.subMchId !== subMchId?.slice(1)',
    expectFailing: ['a bill belongs to a merchant'],
  },
  {
    file: DOWNLOAD,
    find: "if (!isBillType(type)) return refuseBill('invalid bill_type');",
    replace: '',
    expectFailing: ['a bill is asked for by a day, a type and a packing that exist'],
  },
];
