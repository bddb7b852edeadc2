import { describe, expect, test } from '@jest/globals';
import { createEmergencies } from '@core/domain/triage/emergencies';
import { UNKNOWN_SUBJECT } from '@core/domain/triage/subject';
import { departmentNames } from '../../../../bench/triage/department-names';
import { readCases } from '../../../../bench/triage/cases';
import { measure } from '../../../../bench/triage/measure';
import { ask, knowledge } from './shared-guide';

const FILES = [
  '',
  '-second',
  '-third',
  '-fourth',
  '-fifth',
  '-sixth',
  '-seventh',
  '-eighth',
  '-ninth',
  '-tenth',
].map((part) => `bench/triage/development${part}.tsv`);
const cases = FILES.flatMap((file) => readCases(file));

const alarmed = (text: string): boolean => ask(text).kind === 'red-flag';
const emergencies = createEmergencies(knowledge);

describe('a word that means something else in other company', () => {
  test.each([
    '打嗝止不住',
    '咳嗽止不住，晚上更厉害',
    '大便像石头一样硬，好几天拉一次',
    '腰椎间盘突出压迫神经，腿麻',
    '脸上长了好多青春痘',
    '脾气急，心跳快，人瘦了',
    '我从来没有过敏，这次脸上起红疹',
    '医生让我多喝开水，还是便秘',
    '天天用洗洁精洗碗，手脱皮',
    '睡不着想开点安定',
    '眼睛干涩，滴了眼药水没用',
    '手指掉皮，痒',
    '手指关节变形了，类风湿好多年',
    '晚上睡觉腿突然抽筋',
    '宝宝打完疫苗没反应，想问下次什么时候打',
    '孩子在幼儿园老打人，脾气大',
    '像触电一样麻，从脖子到手指',
    '怕猝死，老觉得心脏不好',
    '想跳绳减肥，膝盖疼',
    '产检说羊水有点少，让复查',
    '宝宝吐奶渣，长得挺好',
    '不想自杀，就是睡不着',
  ])('raises no alarm: %s', (text) => {
    expect(alarmed(text)).toBe(false);
  });
});

describe('what is long over', () => {
  test.each([
    '小时候被狗咬过，想打别的疫苗',
    '我妈以前自杀过，现在睡不好',
    '前几年晕倒过一次',
    '以前得过气胸，想体检',
  ])('raises no alarm: %s', (text) => {
    expect(alarmed(text)).toBe(false);
  });

  test.each([
    '以前晕倒过，今天又晕倒了',
    '去年开始胸口疼得受不了',
    '小时候抽过，刚才又抽搐了',
    '以前就自杀过，现在还想自杀',
    '从小到大没生过病，今天突然晕倒了',
  ])('hides nothing of today: %s', (text) => {
    expect(alarmed(text)).toBe(true);
  });

  test('still tells the department', () => {
    const answer = ask('我爸前年得过脑梗，想拿点药');
    expect('suggestions' in answer && answer.suggestions.map(({ specialtyId }) => specialtyId)).toContain(
      'neurology',
    );
  });
});

describe('what is said next', () => {
  test.each([
    ['宝宝拉肚子，没眼泪尿也没有'],
    ['白血病化疗，发烧39度'],
    ['血氧只有85，喘'],
    ['血糖测出来2.1，手抖'],
    ['心率一百八，头晕'],
    ['血小板只有八'],
    ['宝宝四十天，烧38.8'],
  ])('leaves the alarm, in %s', (text) => {
    expect(alarmed(text)).toBe(true);
  });
});

describe('the part in the main package', () => {
  test('finds every emergency that the whole guide finds, and hears the same signs', () => {
    const missed = cases.filter(({ text }) => {
      const { found } = emergencies({ text, tapped: [], subject: UNKNOWN_SUBJECT, denied: [] });
      return alarmed(text) && found.length === 0;
    });
    expect(missed).toEqual([]);
  });
});

test('the sentences that were learned from stay learned', () => {
  const measured = measure(knowledge, cases, departmentNames(knowledge.specialties, new Map()));
  expect(cases.length).toBeGreaterThan(1000);
  expect(measured.redFlagRecall).toBeGreaterThanOrEqual(0.99);
  expect(measured.departments.top3).toBeGreaterThanOrEqual(0.97);
  expect(measured.falseAlarms).toBeLessThanOrEqual(0.02);
  expect(measured.askedInVain).toBeLessThanOrEqual(0.08);
  const told = readCases('bench/triage/training.tsv').filter(({ isRedFlag }) => isRedFlag === true);
  const passedOver = told.filter(({ text }) => !['red-flag', 'rule-out'].includes(ask(text).kind));
  expect(passedOver.length).toBeLessThanOrEqual(told.length * 0.05);
});
