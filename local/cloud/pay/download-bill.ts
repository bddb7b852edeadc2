import { gzipSync } from 'node:zlib';
import type { PayAnswer } from './answers';
import { BILL_TYPES, makeBill, READY_AFTER_MS, type BillType } from './bill';
import { billFile } from './bill-file';
import { dayStart } from './china-time';
import type { PayContext } from './context';
import type { PayRequest } from './request';

/** Bills are kept for three months (download of bills). */
const KEPT_MS = 92 * 24 * 3600 * 1000;

/**
 * Error numbers of the interface (API v2, download of bills). That "Bill Creating" shares the
 * number of "No Bill Exist" is from memory. [MEM]
 */
const NUMBERS: Readonly<Record<string, string>> = {
  'invalid bill_date': '20001',
  'invalid bill_type': '20001',
  'invalid tar_type: Only GZIP supported': '20001',
  'No Bill Exist': '20002',
  'Bill Creating': '20002',
};
const SYSTEM_ERROR = '20003';

/** The interface knows no result code: it answers the file, or a return code that says FAIL. */
export function refuseBill(message: string): PayAnswer {
  return { return_code: 'FAIL', return_msg: message, error_code: NUMBERS[message] ?? SYSTEM_ERROR };
}

const isBillType = (value: unknown): value is BillType => BILL_TYPES.some((type) => type === value);

/** Answers the bill of a day as a file, packed where asked for; a refusal as fields. */
export function downloadBill(request: PayRequest, context: PayContext): PayAnswer | Buffer {
  const { bill_date: day, bill_type: type = 'ALL', tar_type: packing, sub_mch_id: subMchId } = request;
  const { ledger, feeBasisPoints, now } = context;
  const from = typeof day === 'string' ? dayStart(day) : undefined;
  if (from === undefined) return refuseBill('invalid bill_date');
  if (!isBillType(type)) return refuseBill('invalid bill_type');
  if (packing !== undefined && packing !== 'GZIP') return refuseBill('invalid tar_type: Only GZIP supported');
  const merchant = typeof subMchId === 'string' && subMchId !== '' ? subMchId : undefined;
  const bill = makeBill(ledger, { from, type, subMchId: merchant, feeBasisPoints });
  // Seen for the day that is not over yet, too. [COMM]
  const isOver = now() >= from + 24 * 3600 * 1000;
  if (!isOver || bill.rows.length === 0 || now() - from > KEPT_MS) return refuseBill('No Bill Exist');
  if (now() < from + READY_AFTER_MS) return refuseBill('Bill Creating');
  const file = Buffer.from(billFile(bill, type, feeBasisPoints));
  return packing === 'GZIP' ? gzipSync(file) : file;
}
