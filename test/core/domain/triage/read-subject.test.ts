import { describe, expect, test } from '@jest/globals';
import { normalized } from '@core/domain/triage/normalized';
import { readSubject, subjectOf } from '@core/domain/triage/read-subject';
import { stageOfMonths, UNKNOWN_SUBJECT } from '@core/domain/triage/subject';

const read = (text: string) => readSubject(normalized(text));

describe('who a text speaks of', () => {
  test.each([
    ['三岁女儿咳嗽', 'child'],
    ['宝宝8个月，吐奶', 'infant'],
    ['两个月的宝宝发烧', 'young'],
    ['新生儿黄疸', 'newborn'],
    ['孩子才四十天，摸着烫', 'young'],
    ['孩子发烧', 'child'],
    ['十六岁男孩', 'teen'],
    ['我奶奶八十一岁了', 'elder'],
    ['我老公上班累', 'adult'],
  ])('in %s is %s', (text, stage) => {
    expect(read(text).stages).toContain(stage);
  });

  test.each(['生完孩子老想哭', '想要个孩子', '怀孕七个月没觉得宝宝动', '奶孩子的时候疼', '咳嗽3个月'])(
    'in %s is no child',
    (text) => {
      expect(subjectOf(UNKNOWN_SUBJECT, read(text)).stage).not.toBe('child');
    },
  );

  test('is pregnant, has just given birth, or is neither', () => {
    expect(read('孕28周').pregnancy).toEqual(['pregnant']);
    expect(read('三十八周，肚子痛').pregnancy).toEqual(['pregnant']);
    expect(read('坐月子腰疼').pregnancy).toEqual(['postpartum']);
    expect(read('没怀孕，月经推迟').pregnancy).toEqual([]);
    expect(read('备孕两年').pregnancy).toEqual([]);
  });

  test('counts less than what was asked', () => {
    const given = { stage: 'adult', sex: 'female', pregnancy: 'none' } as const;
    expect(subjectOf(given, read('孩子三岁，男孩'))).toEqual(given);
  });

  test('has an age in months that belongs to one stage', () => {
    expect([0, 1, 2, 3, 11, 12, 167, 168, 215, 216, 779, 780].map(stageOfMonths)).toEqual([
      'newborn',
      'young',
      'young',
      'infant',
      'infant',
      'child',
      'child',
      'teen',
      'teen',
      'adult',
      'adult',
      'elder',
    ]);
  });
});
