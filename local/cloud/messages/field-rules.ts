import type { TemplateField } from './template';

type Rule = (value: string, field: TemplateField) => boolean;

/** Characters as people count them: an astral character is one. */
const length = (value: string): number => Array.from(value).length;
const within = (limit: number): Rule => {
  return (value) => length(value) <= limit;
};
const matches = (pattern: RegExp): Rule => {
  return (value) => pattern.test(value);
};

const DAY = String.raw`\d{4}(?:年\d{1,2}月\d{1,2}日|[-/.]\d{1,2}[-/.]\d{1,2})`;
const CLOCK = String.raw`\d{1,2}[:：]\d{2}(?:[:：]\d{2})?`;
const range = (point: string): RegExp => new RegExp(`^(?:${point})(?:\\s*[~～]\\s*(?:${point}))?$`, 'u');

const isName: Rule = (value) =>
  /\p{Script=Han}/u.test(value)
    ? /^[\p{Script=Han}A-Za-z·• .]{1,10}$/u.test(value)
    : /^[A-Za-z\p{P}\p{S} ]{1,20}$/u.test(value);

/**
 * What a value must be, by the kind of its field: the table "订阅消息参数值内容限制说明" of the page on
 * sending subscription messages (developers.weixin.qq.com, api_sendmessage).
 */
const RULES: Readonly<Record<string, Rule>> = {
  thing: within(20),
  number: matches(/^(?=.{1,32}$)-?\d+(?:\.\d+)?$/u),
  letter: matches(/^[A-Za-z]{1,32}$/u),
  symbol: matches(/^[\p{P}\p{S}]{1,5}$/u),
  character_string: matches(/^[\x20-\x7E]{1,32}$/u),
  time: matches(range(`(?:${DAY}\\s*)?${CLOCK}`)),
  date: matches(range(`${DAY}(?:\\s*${CLOCK})?`)),
  amount: matches(/^\p{Sc}?\d{1,10}(?:\.\d+)?元?$/u),
  phone_number: matches(/^[\d\p{P}\p{S}]{1,17}$/u),
  car_number: matches(/^[\p{Script=Han}A-Za-z0-9][A-Za-z0-9]{0,6}[\p{Script=Han}A-Za-z0-9]?$/u),
  name: isName,
  phrase: matches(/^\p{Script=Han}{1,5}$/u),
  // Enumerations are a late addition to the table: the value must be one of the template's own.
  enum: (value, { values = [] }) => values.includes(value),
};

const kindOf = (key: string): string => key.replace(/\d+$/u, '');

/** Whether a key names a field of a known kind: its kind and a number. */
export function isFieldKey(key: string): boolean {
  return /^[a-z_]+\d*$/u.test(key) && Object.hasOwn(RULES, kindOf(key));
}

/** What is wrong with the value of a field, in WeChat's words; undefined where it fits. */
export function fieldFault(field: TemplateField, value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  if (text === undefined || text === '') return 'is empty';
  if (typeof text !== 'string') return 'invalid';
  return RULES[kindOf(field.key)]?.(text, field) === true ? undefined : 'invalid';
}
