import { describe, expect, test } from '@jest/globals';
import { alarmScore, tracesOf } from '@core/domain/triage/traces';
import { UNKNOWN_SUBJECT } from '@core/domain/triage/subject';
import { learnWeights, trimmed } from '../../../../scripts/triage/learn-weights';
import { ask, knowledge } from './shared-guide';

const asked = (text: string, ruledOut: readonly string[] = []): readonly string[] => {
  const answer = ask(text, { ruledOut });
  return answer.kind === 'rule-out' ? answer.rules.map(({ id }) => id) : [];
};

describe('a danger that no rule has words for', () => {
  test.each([
    ['面前忽然一片雾，一只眼睛光剩下边沿能看', 'vision-loss'],
    ['老头子捂着前心不吭声，脸蜡黄，手脚冰凉冒冷汗', 'heart-attack'],
    ['孩子烧着烧着两个眼睛吊上去，小手攥得死死的', 'seizure'],
    ['做过手术的肚子，今天一阵阵绞，吐，什么也不通', 'severe-belly-pain'],
  ])('is asked about first: %s', (text, danger) => {
    const rules = asked(text);
    expect(rules).toContain(danger);
    expect(rules.length).toBeLessThanOrEqual(5);
    expect(rules.at(-1)).toBe('looks-bad');
  });

  test('is asked about once: the answer "none" leads on', () => {
    const text = '暖水瓶倒了，娃一条腿全是泡';
    expect(ask(text, { ruledOut: asked(text) }).kind).not.toBe('rule-out');
  });

  test('is said back in the words in which it was asked', () => {
    const answer = ask('面前忽然一片雾，一只眼睛光剩下边沿能看');
    const rules = answer.kind === 'rule-out' ? answer.rules : [];
    const eye = rules.find(({ id }) => id === 'vision-loss');
    expect(eye?.title).toBe(eye?.question);
  });

  test('asks nobody about what cannot be theirs', () => {
    const adult = { ...UNKNOWN_SUBJECT, stage: 'adult', sex: 'male', pregnancy: 'none' } as const;
    const answer = ask('面前忽然一片雾，一只眼睛光剩下边沿能看', { subject: adult });
    const kinds = answer.kind === 'rule-out' ? answer.rules.flatMap(({ who }) => who.stages ?? []) : [];
    expect(kinds).toEqual([]);
  });
});

describe('what people come with every day', () => {
  test.each([
    '咳嗽三天，有点痰',
    '牙疼',
    '脸上长痘',
    '月经量少',
    '腰疼',
    '失眠',
    '想给孩子打疫苗',
    '拿药',
    '发烧',
    '头晕',
    '孩子发烧',
    '没有胸痛，也没有喘不上气',
    '不发烧，就是流鼻涕',
    '没有吐血，胃有点胀',
  ])('is not asked about any danger: %s', (text) => {
    expect(asked(text)).toEqual([]);
  });
});

describe('the kinds of danger', () => {
  test('stand for rules that are there, each with its own question', () => {
    const ids = new Set(knowledge.rules.map(({ id }) => id));
    const named = knowledge.dangers.flatMap(({ ruleId, ruleIds }) => [ruleId, ...ruleIds]);
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
    const questions = knowledge.dangers.map(({ question }) => question);
    expect(new Set(questions).size).toBe(questions.length);
    expect(questions).not.toContain('');
  });
});

describe('what is learned from sentences', () => {
  const example = (text: string, isAlarm: boolean) => ({ traces: tracesOf(text), isAlarm, counts: 1 });
  const sentences = [
    example('突然胸口剧痛', true),
    example('突然看不见', true),
    example('一直咳嗽', false),
    example('一直有痰', false),
  ];

  test('tells what the sentences had in common', () => {
    const learned = learnWeights(sentences);
    expect(alarmScore([...tracesOf('突然倒了')], learned)).toBeGreaterThan(0);
    expect(alarmScore([...tracesOf('一直痒')], learned)).toBeLessThan(0);
  });

  test('is cut to the heaviest traces', () => {
    expect(trimmed(learnWeights(sentences), 3).weights.size).toBeLessThanOrEqual(3);
  });

  test('a text is its characters and its pairs, numbers and breaks alike', () => {
    expect([...tracesOf('烧39,疼')]).toEqual(['|烧', '烧', '烧0', '0', '0|', '|疼', '疼', '疼|']);
  });
});
