import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Contract } from '@core/contract/index';
import type { InputOf } from '@core/contract/procedure';
import { UNKNOWN_SUBJECT } from '@core/domain/triage/subject';
import { DEMO, openHospitalUnderTest, type HospitalUnderTest } from '../hospital-under-test';
import { staffMember } from '../staff-under-test';

type Input = InputOf<Contract['triage']['procedures']['assess']>;

let hospital: HospitalUnderTest;

beforeAll(async () => {
  hospital = await openHospitalUnderTest({ hospitalDir: DEMO });
});
afterAll(() => hospital.close());

const STRANGER = 'oStranger_1';
const NOTHING: Input = {
  text: null,
  present: [],
  absent: [],
  ruledOut: [],
  subject: UNKNOWN_SUBJECT,
  years: null,
  asked: 0,
};

async function assess(text: string, known: Partial<Input> = {}) {
  const answer = await hospital.ask(STRANGER, 'triage', 'assess', { ...NOTHING, text, ...known });
  if (!answer.ok) throw new Error(answer.error);
  return answer.value;
}

describe('the guide on the server', () => {
  test('names a clinic of this hospital with its reason, to anyone', async () => {
    const answer = await assess('HPV 阳性，白带多', {
      subject: { stage: 'adult', sex: 'female', pregnancy: 'none' },
    });
    expect(answer).toMatchObject({ kind: 'departments', offers: [{ clinic: { clinicId: 'gyn-cervical' } }] });
  });

  test('says where else to go for what the hospital does not have', async () => {
    const answer = await assess('老咳嗽，痰黄', {
      subject: { stage: 'adult', sex: 'male', pregnancy: 'none' },
    });
    expect(answer).toMatchObject({
      kind: 'departments',
      offers: [{ clinic: null, elsewhere: '综合医院的呼吸内科' }],
    });
  });

  test('sends emergencies away before any clinic, and asks about what nearly is one', async () => {
    const alarm = await assess('胸口像压了块石头，一身冷汗');
    expect(alarm.kind === 'red-flag' ? alarm.emergencies[0]?.urgency : alarm.kind).toBe('call');
    const open = await assess('胸口疼');
    expect(open).toMatchObject({ kind: 'rule-out' });
    const ruledOut = open.kind === 'rule-out' ? open.questions.map(({ ruleId }) => ruleId) : [];
    expect(await assess('胸口疼', { ruledOut })).toMatchObject({ kind: 'departments' });
  });

  test('hands over to a person what it does not understand', async () => {
    expect(await assess('嗯嗯')).toMatchObject({ kind: 'person', offers: [] });
  });

  test('gives phones the routes once for each version', async () => {
    const first = await hospital.ask(STRANGER, 'triage', 'getRoutes', { known: null });
    if (!first.ok || first.value.routes === null) throw new Error('No routes were given');
    const { version, routes } = first.value;
    expect(routes.clinics.length).toBeGreaterThan(40);
    const led = new Set(routes.routes.flatMap(({ clinicIds }) => clinicIds));
    expect([...led].filter((id) => !routes.clinics.some(({ clinicId }) => clinicId === id))).toEqual([]);
    const second = await hospital.ask(STRANGER, 'triage', 'getRoutes', { known: version });
    expect(second).toEqual({ ok: true, value: { version, routes: null } });
  });

  test('shows its rules and what each rests on to the administrator only', async () => {
    expect(await hospital.ask(STRANGER, 'triage', 'listRules', {})).toMatchObject({ error: 'NOT_FOUND' });
    const nurse = await staffMember(hospital, { role: 'nurse' });
    expect(await hospital.ask(nurse, 'triage', 'listRules', {})).toMatchObject({ error: 'NOT_FOUND' });
    const administrator = await staffMember(hospital, { role: 'administrator' });
    const answer = await hospital.ask(administrator, 'triage', 'listRules', {});
    if (!answer.ok) throw new Error(answer.error);
    expect(answer.value.length).toBeGreaterThan(300);
    expect(answer.value.some(({ source }) => source === null)).toBe(true);
    expect(answer.value.find(({ id }) => id === 'stroke-sudden')?.source?.title).toContain('中风');
  });

  test('refuses what is no question of the guide', async () => {
    const wrong = { ...NOTHING, text: 'x'.repeat(301) };
    expect(await hospital.ask(STRANGER, 'triage', 'assess', wrong)).toMatchObject({ error: 'INVALID_INPUT' });
  });
});
