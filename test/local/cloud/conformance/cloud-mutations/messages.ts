import type { Mutation } from '../mutation';

const SERVICE = 'messages/message-service.ts';
const SEND = 'openapi/interfaces/send-subscribe-message.ts';
const PROMPT = 'messages/prompt.ts';
const RULES = 'messages/field-rules.ts';
const refused = (key: string, value: string): string => `a message whose ${key} is "${value}" is refused`;

/** The rule of one kind of field taken away. */
const withoutRule = (find: string, ...expectFailing: string[]): Mutation => ({
  file: RULES,
  find,
  replace: `${find.split(':')[0] ?? ''}: () => true,`,
  expectFailing,
});

/** Subscription messages. */
export const MESSAGE_MUTATIONS: readonly Mutation[] = [
  {
    file: SERVICE,
    find: '{ ...permission, left: permission.left - 1 }',
    replace: 'permission',
    expectFailing: [
      'one accepted prompt lets one message through',
      'a choice that is kept answers later prompts, and each acceptance counts',
    ],
  },
  {
    file: SERVICE,
    find: 'const agreed = permission.left > 0 || permission.lasting;',
    replace: 'const agreed = true;',
    expectFailing: [
      'a message to a user who never accepted is refused',
      'a rejected prompt lets nothing through',
    ],
  },
  {
    file: SERVICE,
    find: 'lasting ? { ...permission, lasting }',
    replace: 'lasting && permission.left < 0 ? permission',
    expectFailing: ['a long-term template needs one acceptance for all its messages'],
  },
  {
    file: SERVICE,
    find: '!settings.mainSwitch || settings',
    replace: 'settings',
    expectFailing: ['a user who turns messages off gets none, whatever was accepted before'],
  },
  {
    file: SEND,
    find: "return refuse(ERROR.invalidTemplate, 'invalid template_id')",
    replace: 'return succeed()',
    expectFailing: ['an unknown template is refused'],
  },
  {
    file: SEND,
    find: 'if (!isOpenid(touser)) return',
    replace: "if (typeof touser !== 'string') return succeed(); if (touser === 'nobody') return",
    expectFailing: ['a receiver that is no openid is refused'],
  },
  {
    file: SEND,
    find: '!isKnownPage(opened, pages())',
    replace: 'false',
    expectFailing: ['a page that the mini program does not have is refused'],
  },
  {
    file: 'messages/send-rules.ts',
    find: 'value: String(value) });',
    replace: "value: String(value).replace('~', '') });",
    expectFailing: ['values of every kind arrive as they are'],
  },
  withoutRule('thing: within(20),', refused('thing1', '一'.repeat(21))),
  {
    file: RULES,
    find: "return 'is empty'",
    replace: 'return undefined',
    expectFailing: [refused('thing1', '')],
  },
  withoutRule('character_string: matches(/^[\\x20-\\x7E]{1,32}$/u),', refused('character_string2', '编号')),
  withoutRule('phrase: matches(/^\\p{Script=Han}{1,5}$/u),', refused('phrase3', '请马上去就诊')),
  withoutRule('name: isName,', refused('name1', '一二三四五六七八九十一')),
  withoutRule('amount: matches(/^\\p{Sc}?\\d{1,10}(?:\\.\\d+)?元?$/u),', refused('amount2', '12345678901')),
  withoutRule('time: matches(range(`(?:${DAY}\\\\s*)?${CLOCK}`)),', refused('time3', '下午三点')),
  withoutRule('date: matches(range(`${DAY}(?:\\\\s*${CLOCK})?`)),', refused('date4', '15:01')),
  withoutRule('number: matches(/^(?=.{1,32}$)-?\\d+(?:\\.\\d+)?$/u),', refused('number5', '一')),
  withoutRule('letter: matches(/^[A-Za-z]{1,32}$/u),', refused('letter7', 'a1')),
  {
    file: PROMPT,
    find: 'if (ids.length > MOST_TEMPLATES) return refusals.tooMany;',
    replace: '',
    expectFailing: ['a prompt for templates of both types, too many, none, or unknown ones is refused'],
  },
  {
    file: PROMPT,
    find: 'context.ledger.settings(openid).mainSwitch ? undefined : refusals.switchedOff',
    replace: 'undefined',
    expectFailing: ['a prompt is not shown to a user who turned messages off'],
  },
  {
    file: PROMPT,
    find: 'titles.add(title);',
    replace: '',
    expectFailing: ['of two templates with one title one is asked for, a banned one never'],
  },
  {
    file: SERVICE,
    find: 'if (keep && chosen.length > 0)',
    replace: 'if (keep && chosen.length > 9)',
    expectFailing: ['a choice that is kept answers later prompts, and each acceptance counts'],
  },
  {
    file: 'openapi/interfaces/get-template-list.ts',
    find: '{{${key}.DATA}}',
    replace: '{{${key}}}',
    expectFailing: ['the templates of the mini program can be listed'],
  },
];
