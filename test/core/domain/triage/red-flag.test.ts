import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { RedFlagRule, Symptom } from '@core/domain/triage/knowledge';
import { UNKNOWN_SUBJECT, type Subject } from '@core/domain/triage/subject';
import { isPlainWord } from '@core/domain/triage/pattern';
import { ask, knowledge } from './shared-guide';

const signs = new Map(knowledge.signs.map((sign) => [sign.id, sign]));

/** A person whom the rule concerns. */
const subjectOf = ({ who }: RedFlagRule): Subject => ({
  ...UNKNOWN_SUBJECT,
  stage: who.stages?.[0] ?? null,
  sex: who.sex,
  pregnancy: who.pregnancy?.[0] ?? null,
});

const plainWord = (sign: Symptom | undefined): string | undefined => sign?.words.find(isPlainWord);

/** One plain word of each group: what a person would have to say at least. */
const shortest = (rule: RedFlagRule): string =>
  rule.groups
    .map((group) => group.map((id) => plainWord(signs.get(id))).find((word) => word !== undefined) ?? '')
    .join('，');

const flagged = (text: string, subject: Subject = UNKNOWN_SUBJECT): readonly string[] => {
  const answer = ask(text, { subject });
  return answer.kind === 'red-flag' ? answer.flags.map(({ rule }) => rule.id) : [];
};

describe('every red flag', () => {
  test.each(knowledge.rules.map((rule) => [rule.id, rule] as const))(
    '%s is raised by its words',
    (id, rule) => {
      expect(flagged(shortest(rule), subjectOf(rule))).toContain(id);
    },
  );

  test('says what to do, and whether 120 is called', () => {
    for (const { title, meanwhile, urgency, groups } of knowledge.rules) {
      expect(title).not.toBe('');
      expect(meanwhile).not.toBe('');
      expect(['call', 'emergency']).toContain(urgency);
      expect(groups.flat()).not.toContain('');
    }
  });
});

describe('what people say', () => {
  test.each([
    ['胸口像压了块大石头，疼到左胳膊，出了一身冷汗', 'heart-attack'],
    ['爷爷突然嘴歪了，右边手脚没力气', 'stroke-sudden'],
    ['老伴叫不醒了', 'unconscious'],
    ['两个月的宝宝烧到三十八度五', 'infant-fever'],
    ['怀孕三十二周，下面出血了', 'pregnant-bleeding'],
    ['今天一天没觉得宝宝动，我怀孕八个月', 'less-movement'],
    ['孩子发烧三天，蔫得很', 'child-lethargic'],
    ['活着没意思，不想活了', 'suicidal'],
    ['被狗咬了，破了皮', 'bite'],
    ['吃了头孢嘴唇肿起来，喘不上气', 'anaphylaxis'],
  ])('%s raises %s', (text, rule) => {
    expect(flagged(text)).toContain(rule);
  });

  test.each([
    '咳嗽三天，有点痰',
    '没有胸痛，也没有喘不上气',
    '脸上长痘',
    '想给孩子打疫苗',
    '月经推迟十天',
    '牙疼',
  ])('%s raises none', (text) => {
    expect(flagged(text)).toEqual([]);
  });

  test('that nearly raises one is asked about first, once', () => {
    const answer = ask('胸口疼');
    expect(answer.kind).toBe('rule-out');
    const ruledOut = answer.kind === 'rule-out' ? answer.rules.map(({ id }) => id) : [];
    expect(ask('胸口疼', { ruledOut }).kind).toBe('departments');
  });

  test('of a child counts also where the phone opened with its owner’s card', () => {
    const owner = { stage: 'adult', sex: 'male', pregnancy: 'none' } as const;
    expect(flagged('两个月的宝宝发烧了', owner)).toContain('infant-fever');
    expect(flagged('我老婆怀孕八个月，下面出血', owner)).toContain('pregnant-bleeding');
  });

  test('is about the person who was asked about', () => {
    expect(flagged('发烧了', { ...UNKNOWN_SUBJECT, stage: 'young' })).toContain('infant-fever');
    expect(flagged('发烧了', { ...UNKNOWN_SUBJECT, stage: 'adult' })).toEqual([]);
    expect(flagged('下面出血', { ...UNKNOWN_SUBJECT, sex: 'female', pregnancy: 'pregnant' })).toContain(
      'pregnant-bleeding',
    );
  });
});

const EVERYDAY = [
  '今天天气很好',
  '刚吃过早饭',
  '我在家里',
  '邻居说来看看',
  '昨天坐公交车回来',
  '麻烦医生',
  '家住城南',
  '谢谢',
  '苹果',
  '三天了',
  '孙子上学去了',
  '有医保卡',
];
const SEPARATORS = ['，', '。', '；', ' ', '\n', ''];

describe('an unrelated word', () => {
  const sentences = knowledge.rules.map((rule) => ({ rule, text: shortest(rule), subject: subjectOf(rule) }));

  test('never removes a red flag, wherever between the clauses it stands', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...sentences),
        fc.array(fc.constantFrom(...EVERYDAY), { minLength: 1, maxLength: 4 }),
        fc.constantFrom(...SEPARATORS),
        fc.nat(),
        ({ rule, text, subject }, words, separator, at) => {
          const clauses = text.split('，');
          const place = at % (clauses.length + 1);
          const noise = words.join('，');
          const mixed = [...clauses.slice(0, place), noise, ...clauses.slice(place)].join(
            place === 0 || place === clauses.length ? separator || '，' : '，',
          );
          expect(flagged(mixed, subject)).toContain(rule.id);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('nor does any other complaint', () => {
    const others = [...knowledge.signs, ...knowledge.symptoms].flatMap((term) => plainWord(term) ?? []);
    fc.assert(
      fc.property(
        fc.constantFrom(...sentences),
        fc.constantFrom(...others),
        ({ rule, text, subject }, other) => {
          expect(flagged(`${text}。${other}`, subject)).toContain(rule.id);
          expect(flagged(`${other}。${text}`, subject)).toContain(rule.id);
        },
      ),
      { numRuns: 300 },
    );
  });
});
