import { describe, expect, test } from '@jest/globals';
import { departmentNames } from '../../../bench/triage/department-names';
import { measure } from '../../../bench/triage/measure';
import { trainNaiveBayes } from '../../../bench/triage/naive-bayes';
import { readOptions } from '../../../bench/triage/options';
import { readTriageKnowledge } from '../../../scripts/triage/read-triage-knowledge';

const knowledge = readTriageKnowledge();

const ids = (label: string, map: readonly (readonly [string, string])[] = []): readonly string[] =>
  [...departmentNames(knowledge.specialties, new Map(map)).idsOf(label)].sort();

const row = (text: string, department: string, isRedFlag: boolean | null = null) => ({
  text,
  department,
  isRedFlag,
});

describe('names of departments', () => {
  test('are ours, an alias, or several that are right', () => {
    expect(ids('心内科')).toEqual(['cardiology']);
    expect(ids('妇科门诊')).toContain('gynecology');
    expect(ids('骨科|急诊科')).toEqual(['emergency', 'orthopedics']);
    expect(ids('占星科')).toEqual([]);
  });

  test('of others are translated, also where they hold a stroke or stand in a list', () => {
    const map = [
      ['Skin/STD', '皮肤科'],
      ['Heart', '心内科|心脏外科'],
    ] as const;
    expect(ids('Skin/STD', map)).toEqual(['dermatology']);
    expect(ids('Heart', map)).toEqual(['cardiac-surgery', 'cardiology']);
    expect(ids('Heart|骨科', map)).toEqual(['cardiac-surgery', 'cardiology', 'orthopedics']);
  });
});

describe('the command line', () => {
  test('names a file, and what else is wanted', () => {
    expect(readOptions(['a.tsv', '--map', 'm.tsv', '--train', 't.tsv', '--failures'])).toEqual({
      file: 'a.tsv',
      map: 'm.tsv',
      train: 't.tsv',
      failures: true,
    });
    expect(readOptions(['a.tsv'])).toMatchObject({ map: null, train: null, failures: false });
  });

  test.each([[[]], [['--map']], [['a.tsv', '--train']], [['a.tsv', 'b.tsv']], [['a.tsv', '--other']]])(
    'is refused: %j',
    (words) => {
      expect(readOptions(words)).toBeNull();
    },
  );
});

test('the learner ranks the labels it was trained on', () => {
  const classify = trainNaiveBayes([
    row('咳嗽有痰', '呼吸内科'),
    row('咳嗽气喘', '呼吸内科'),
    row('牙疼牙龈肿', '口腔科'),
  ]);
  expect(classify('夜里咳嗽')).toEqual(['呼吸内科', '口腔科']);
  expect(classify('牙疼')[0]).toBe('口腔科');
});

test('what is measured tells names that nobody knows, and counts no row without a department', () => {
  const measured = measure(
    knowledge,
    [row('咳嗽有痰', '呼吸内科', false), row('牙疼', '占星科', false), row('叫不醒了', '急诊科', true)],
    departmentNames(knowledge.specialties, new Map()),
  );
  expect(measured.departments).toEqual({ cases: 1, top1: 1, top3: 1 });
  expect([...measured.unknownNames]).toEqual([['占星科', 1]]);
  expect([measured.redFlags, measured.redFlagRecall, measured.falseAlarms]).toEqual([1, 1, 0]);
});
