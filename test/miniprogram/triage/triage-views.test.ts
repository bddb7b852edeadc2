import { describe, expect, test } from '@jest/globals';
import type { PatientCard } from '@core/contract/identity';
import type { GuideRule } from '@core/contract/triage';
import type { GuideAnswer } from '@core/domain/triage/guide';
import type { HospitalRoutes } from '@core/domain/triage/offers';
import { UNKNOWN_SUBJECT } from '@core/domain/triage/subject';
import { answerView } from '../../../miniprogram/packages/triage/pages/answer/answer.view';
import {
  chosenNames,
  complaintChips,
} from '../../../miniprogram/packages/triage/pages/complaints/complaints.view';
import { rulesView } from '../../../miniprogram/packages/triage/pages/rules/rules.view';
import { alarmView, dangerRows, questionRows } from '../../../miniprogram/pages/emergency/emergency.view';
import { AREAS } from '../../../miniprogram/services/triage/areas';
import { detailsFor, saysDetail, subjectOf, whoChoices } from '../../../miniprogram/services/triage/who';
import { readTriageKnowledge } from '../../../scripts/triage/read-triage-knowledge';
import { ownCard } from '../people';

const knowledge = readTriageKnowledge();

const card = (patientId: string, gender: 'male' | 'female', ageYears: number): PatientCard => ({
  ...ownCard,
  patientId,
  maskedName: '王*',
  gender,
  ageYears,
});

test.each([
  ['怀孕五个月，皮肤痒', 'woman', true],
  ['刚生完孩子，喂奶疼', 'woman', true],
  ['皮肤痒', 'woman', false],
  ['想怀孕，一直怀不上', 'woman', false],
  ['出生十天，老吐奶', 'baby', true],
  ['宝宝两个月大，咳嗽', 'baby', true],
  ['宝宝老吐奶', 'baby', false],
])('of “%s” what is asked of a %s is said already: %p', (text, chosen, isSaid) => {
  expect(saysDetail(text, detailsFor({ chosen, detail: '' }, []))).toBe(isSaid);
});

describe('who it is for', () => {
  const cards = [card('p-woman', 'female', 30), card('p-baby', 'male', 0), card('p-man', 'male', 70)];

  test('is one of the own cards first, else anyone by age', () => {
    expect(whoChoices(cards)[0]).toEqual({ value: 'p-woman', title: '王* 30 岁' });
    expect(whoChoices([]).map(({ value }) => value)).toEqual(['woman', 'man', 'teen', 'child', 'baby']);
  });

  test('is asked about a pregnancy or a baby’s age only where it matters', () => {
    const details = (chosen: string) => detailsFor({ chosen, detail: '' }, cards).map(({ value }) => value);
    expect(details('p-woman')).toEqual(['none', 'pregnant', 'postpartum']);
    expect(details('p-baby')).toEqual(['newborn', 'young', 'infant']);
    expect(details('p-man')).toEqual([]);
    expect(details('woman')).toEqual(['none', 'pregnant', 'postpartum']);
    expect(details('child')).toEqual([]);
  });

  test('becomes what the rules need, and what was not answered stays open', () => {
    expect(subjectOf({ chosen: 'p-woman', detail: 'pregnant' }, cards)).toEqual({
      subject: { stage: 'adult', sex: 'female', pregnancy: 'pregnant' },
      years: 30,
    });
    expect(subjectOf({ chosen: 'p-woman', detail: '' }, cards).subject.pregnancy).toBeNull();
    expect(subjectOf({ chosen: 'p-man', detail: '' }, cards).subject).toEqual({
      stage: 'elder',
      sex: 'male',
      pregnancy: 'none',
    });
    expect(subjectOf({ chosen: 'p-baby', detail: 'young' }, cards).subject.stage).toBe('young');
    expect(subjectOf({ chosen: '', detail: '' }, cards).subject).toEqual(UNKNOWN_SUBJECT);
  });
});

describe('what cannot wait', () => {
  const rule = (id: string) => {
    const found = knowledge.rules.find((one) => one.id === id);
    if (!found) throw new Error(`No rule ${id}`);
    return found;
  };

  test('calls 120 as soon as one rule does, and says what to do meanwhile', () => {
    const view = alarmView([rule('bite'), rule('heart-attack')]);
    expect(view.title).toBe('请现在就打 120');
    expect(view.meanwhile).toHaveLength(2);
    expect(alarmView([rule('bite')]).title).toBe('请现在就去急诊');
    expect(alarmView([rule('suicidal')]).isMental).toBe(true);
  });

  test('says no advice twice and no two postures, when several signs are found', () => {
    expect(alarmView([rule('heart-attack'), rule('severe-chest-pain')]).meanwhile).toEqual([
      '坐下或躺下，别走动，别自己开车去医院。',
      '身边别离人。',
    ]);
    const both = alarmView([rule('breathless'), rule('faint'), rule('vomit-blood')]).meanwhile.join('');
    expect(both).toContain('坐起来');
    expect(both).not.toMatch(/躺/);
    expect(both).toContain('别吃别喝');
  });

  test('is asked about once, and listed for whoever looks', () => {
    expect(questionRows([rule('heart-attack'), rule('heart-attack')])).toHaveLength(1);
    expect(dangerRows(knowledge.rules).length).toBeGreaterThanOrEqual(15);
  });
});

describe('complaints to tap', () => {
  const all = [...knowledge.signs, ...knowledge.symptoms];

  test('are there for every part of the body', () => {
    for (const { value } of AREAS) expect(complaintChips(all, value, []).length).toBeGreaterThan(0);
  });

  test('show what was chosen, also in other parts', () => {
    const chips = complaintChips(all, 'chest', ['cough', 'short']);
    expect(chips.find(({ id }) => id === 'cough')?.chosen).toBe(true);
    expect(chosenNames(all, ['cough', 'short'])).toBe('咳嗽、长得矮');
  });
});

describe('the answer', () => {
  const routes: HospitalRoutes = {
    clinics: [
      {
        clinicId: 'gyn-general',
        name: '妇科普通门诊',
        departmentName: '妇科',
        place: '2 楼',
        minAgeYears: null,
        maxAgeYears: null,
        gender: 'female',
      },
    ],
    routes: [
      { specialtyId: 'gynecology', clinicIds: ['gyn-general'], elsewhere: '', place: '' },
      { specialtyId: 'ent', clinicIds: [], elsewhere: '综合医院的耳鼻喉科', place: '' },
    ],
  };
  const heard = { symptomId: 'x', name: '白带不正常', words: '白带多' };
  const suggestion = (specialtyId: string, name: string) => ({
    specialtyId,
    name,
    score: 5,
    partIds: [],
    because: [heard],
  });
  const known = { routes, subject: UNKNOWN_SUBJECT, years: null };
  const departments = (
    ...suggestions: ReturnType<typeof suggestion>[]
  ): Extract<GuideAnswer, { kind: 'departments' }> => ({
    kind: 'departments',
    suggestions,
    understood: [heard],
    subject: UNKNOWN_SUBJECT,
  });

  test('gives a button into booking, with the person’s own words as the reason', () => {
    const view = answerView(departments(suggestion('gynecology', '妇科')), known);
    expect(view.cards[0]).toMatchObject({
      clinicId: 'gyn-general',
      reason: '您说的“白带多”，妇科常看',
      button: '看哪天有号',
    });
    expect(view.noneHere).toBe(false);
  });

  test('says honestly when nothing of it is seen here', () => {
    const view = answerView(departments(suggestion('ent', '耳鼻喉科')), known);
    expect(view.title).toBe('本院没有这些科');
    expect(view.cards[0]).toMatchObject({ clinicId: '', elsewhere: '本院没有，请去综合医院的耳鼻喉科。' });
  });

  test('asks in plain words, or hands over', () => {
    const question = answerView(
      { kind: 'question', symptom: { id: 'fever', name: '发烧' }, suggestions: [], understood: [] },
      known,
    );
    expect(question.question?.text).toBe('有没有这样：发烧？');
    expect(answerView({ kind: 'person', suggestions: [], understood: [] }, known).title).toContain('请人');
  });
});

describe('the rules for staff', () => {
  const rules: readonly GuideRule[] = [
    { kind: 'red-flag', id: 'a', name: '甲', source: { title: '出处', address: 'https://example.org' } },
    { kind: 'symptom', id: 'b', name: '乙', source: null },
    { kind: 'sign', id: 'c', name: '丙', source: null },
  ];

  test('tell how many nobody has checked, and show those first', () => {
    const view = rulesView(rules, 'unreviewed', 1);
    expect(view.summary).toBe('共 3 条，1 条有出处，2 条还没有人核对');
    expect(view.rows.map(({ name }) => name)).toEqual(['乙']);
    expect(view.more).toBe(true);
    expect(rulesView(rules, 'red-flag', 30).rows.map(({ source }) => source)).toEqual(['出处']);
  });
});
