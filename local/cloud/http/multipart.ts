import { RequestError } from './body';

/** The boundary of a multipart/form-data request; undefined where it is none. */
export function multipartBoundary(contentType: string | undefined): string | undefined {
  const match = /^multipart\/form-data;.*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType ?? '');
  return match?.[1] ?? match?.[2];
}

const CLOSE = Buffer.from('--');

/** Splits a form into its fields; values stay bytes, since two of them are protobuf. A form that breaks off is refused. */
export function parseMultipart(body: Buffer, boundary: string): Map<string, Buffer> {
  const fields = new Map<string, Buffer>();
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  // The first delimiter has no line break before it: give it one, so that all are alike.
  const whole = Buffer.concat([Buffer.from('\r\n'), body]);
  let start = whole.indexOf(delimiter);
  while (start !== -1) {
    const from = start + delimiter.length;
    if (whole.subarray(from, from + CLOSE.length).equals(CLOSE)) return fields;
    const end = whole.indexOf(delimiter, from);
    if (end === -1) break;
    const part = whole.subarray(from, end);
    const head = part.indexOf('\r\n\r\n');
    if (head === -1) throw new RequestError(400, 'a part of the form has no head');
    const name = /[;\s]name="([^"]*)"/i.exec(part.subarray(0, head).toString('utf8'))?.[1];
    if (name === undefined) throw new RequestError(400, 'a part of the form has no name');
    fields.set(name, part.subarray(head + 4));
    start = end;
  }
  throw new RequestError(400, 'the form does not end with its boundary');
}
