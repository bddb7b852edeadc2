import { Buffer } from 'node:buffer';
import { inventIdentityNumber } from '../patient-under-test';

/** An invented person each of whose data occurs nowhere else. */
export interface Canary {
  readonly name: string;
  readonly identityNumber: string;
  readonly phone: string;
}

/** First of the rare characters that names are made of: no text of a hospital holds two of them in a row. */
const RARE_FROM = 0x9f00;

export const canary = (serial: number): Canary => ({
  name: `金${String.fromCharCode(RARE_FROM + (serial % 90), RARE_FROM + 90 + Math.floor(serial / 90))}`,
  identityNumber: inventIdentityNumber(serial % 1000, `19${String(70 + Math.floor(serial / 1000))}0203`),
  phone: `19900${String(700_000 + serial)}`,
});

/** The ways in which a text may lie in a file or a line. */
const SPELLINGS: readonly ((text: string) => Buffer)[] = [
  (text) => Buffer.from(text, 'utf8'),
  (text) => Buffer.from(text, 'utf16le'),
  (text) => Buffer.from(text.replace(/./g, escaped), 'utf8'),
  (text) => Buffer.from(encodeURIComponent(text), 'utf8'),
  (text) => Buffer.from(Buffer.from(text, 'utf8').toString('hex'), 'utf8'),
  (text) => Buffer.from(Buffer.from(text, 'utf8').toString('base64').replace(/=*$/, '').slice(0, -1), 'utf8'),
];

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

const FIELDS = ['name', 'identityNumber', 'phone'] as const;

/** What of these people is found in the bytes: the kind of datum and whose, never the datum. */
export function findCanaries(haystack: Buffer, people: readonly Canary[]): string[] {
  const found = FIELDS.flatMap((field) =>
    SPELLINGS.flatMap((spell) => {
      const forms = people.map((person) => spell(person[field]));
      // Where not even their common beginning occurs, none of them does: most files are done with one search.
      if (!haystack.includes(commonStart(forms))) return [];
      return forms.flatMap((form, serial) =>
        haystack.includes(form) ? [`${field} of ${String(serial)}`] : [],
      );
    }),
  );
  return [...new Set(found)];
}

function commonStart(forms: readonly Buffer[]): Buffer {
  const [first] = forms;
  if (!first) throw new Error('Nobody to look for');
  let length = 0;
  while (length < first.length && forms.every((form) => form[length] === first[length])) length += 1;
  return first.subarray(0, length);
}
