import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { GuideAnswer } from '@core/domain/triage/guide';
import { UNKNOWN_SUBJECT } from '@core/domain/triage/subject';
import { ask } from './shared-guide';

const ids = (answer: GuideAnswer): readonly string[] =>
  'suggestions' in answer ? answer.suggestions.map(({ specialtyId }) => specialtyId) : [];

describe('departments', () => {
  test('come with the words that speak for them, three at most', () => {
    const answer = ask('老咳嗽，痰黄黄的，嗓子也疼');
    expect(answer.kind).toBe('departments');
    if (answer.kind !== 'departments') return;
    expect(answer.suggestions.length).toBeLessThanOrEqual(3);
    const [first] = answer.suggestions;
    expect(first?.specialtyId).toBe('respiratory');
    expect(first?.because.map(({ symptomId }) => symptomId)).toEqual(
      expect.arrayContaining(['cough', 'phlegm']),
    );
    expect(first?.because.every(({ words }) => words !== null)).toBe(true);
  });

  test('follow from who it is', () => {
    const child = { subject: { ...UNKNOWN_SUBJECT, stage: 'child' as const } };
    const pregnant = {
      subject: { ...UNKNOWN_SUBJECT, sex: 'female' as const, pregnancy: 'pregnant' as const },
    };
    expect(ids(ask('咳嗽有痰'))[0]).toBe('respiratory');
    expect(ids(ask('咳嗽有痰', child))[0]).toBe('pediatrics');
    expect(ids(ask('血压高', pregnant))).toContain('obstetrics');
  });

  test('follow from what the words say of the person', () => {
    expect(ids(ask('两岁娃咳嗽有痰'))[0]).toBe('pediatrics');
    expect(ids(ask('怀孕五个月，来产检'))[0]).toBe('obstetrics');
    expect(ids(ask('备孕一年没怀上'))[0]).toBe('reproductive');
  });

  test('are refined by the part of the specialty that fits', () => {
    const answer = ask('HPV 阳性，要做阴道镜');
    const gynecology =
      answer.kind === 'departments'
        ? answer.suggestions.find(({ specialtyId }) => specialtyId === 'gynecology')
        : undefined;
    expect(gynecology?.partIds).toContain('gyn-cervical');
  });

  test('follow from taps alone', () => {
    expect(ids(ask('', { present: ['breast-lump'] }))[0]).toBe('breast');
  });
});

describe('when unsure', () => {
  test('the guide asks one more thing, twice at most, and then sends to a person', () => {
    const first = ask('心里不得劲儿');
    expect(['question', 'person', 'departments', 'rule-out']).toContain(first.kind);
    expect(ask('唉', { asked: 0 }).kind).toBe('person');
    const weak = ask('脖子上', { asked: 0 });
    expect(weak.kind).toBe('question');
    expect(ask('脖子上', { asked: 2 }).kind).toBe('person');
  });

  test('what was answered is not asked again', () => {
    const first = ask('脖子上');
    if (first.kind !== 'question') throw new Error(`It was to ask, but ${first.kind}`);
    const second = ask('脖子上', { absent: [first.symptom.id], asked: 1 });
    expect(second.kind === 'question' ? second.symptom.id : '').not.toBe(first.symptom.id);
    expect(ask('脖子上', { present: [first.symptom.id], asked: 1 }).kind).not.toBe('question');
  });

  test('it never fails, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        expect(ask(text).kind).toEqual(ask(text).kind);
      }),
      { numRuns: 100 },
    );
  });
});
