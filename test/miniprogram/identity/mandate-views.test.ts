import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { AccessLine, AssistanceView, Help, VolunteerDesk } from '@core/contract/assistance';
import type { ConsentView } from '@core/contract/family';
import { contract } from '@core/contract/index';
import type { Procedure } from '@core/contract/procedure';
import { DAY_MS, MINUTE_MS } from '@core/domain/calendar-day';
import { actWords, lookWords } from '../../../miniprogram/packages/identity/action-words';
import { periodWords, minuteWords, scopeGroups } from '../../../miniprogram/packages/identity/mandate-words';
import { accessDays } from '../../../miniprogram/packages/identity/pages/accesses/accesses.view';
import { summaryView } from '../../../miniprogram/packages/identity/pages/assistance-summary/summary.view';
import { agreedSince } from '../../../miniprogram/packages/identity/pages/family-ask/family-ask.view';
import {
  consentChoice,
  tick,
  tickedScopes,
} from '../../../miniprogram/packages/identity/pages/family-consent/family-consent.view';
import { familyView } from '../../../miniprogram/packages/identity/pages/family/family.view';
import {
  askingChoice,
  tickedPurposes,
  tickPurpose,
} from '../../../miniprogram/packages/identity/pages/help/help.view';
import { volunteerView } from '../../../miniprogram/packages/identity/pages/volunteer/volunteer.view';
import { actingLine } from '../../../miniprogram/services/acting';
import { defaultPatient, missingStep, patientsOf } from '../../../miniprogram/services/identity-step';
import { ownCard, settledMe } from '../people';

const NOW = Date.parse('2026-03-10T08:00:00+08:00');

const consent: ConsentView = {
  consentId: 'c1',
  patientId: 'p1',
  maskedPatientName: '周*舒',
  maskedRelativeName: '周*安',
  scopes: ['book', 'pay'],
  from: NOW,
  until: Date.parse('2026-09-06T00:00:00+08:00'),
  state: 'in-force',
  revokedBy: null,
};

const asked: AssistanceView = {
  assistanceId: 's1',
  state: 'asked',
  maskedPatientName: '周*舒',
  volunteerLabel: '小陈',
  purposes: ['book', 'way'],
  askedAt: NOW,
  answerBy: NOW + 10 * MINUTE_MS,
  expiresAt: null,
  endedAt: null,
  endedBy: null,
  consentedBy: null,
};

describe('a family', () => {
  test('reads the last day that counts, not the midnight after it', () => {
    const { given } = familyView({ people: 1, maximum: 5, given: [consent], received: [] });
    expect(given[0]).toMatchObject({
      who: '周*安 替 周*舒',
      what: '挂号、付钱',
      until: '到 9月5日 为止',
      live: true,
    });
    const today = { ...consent, until: NOW + DAY_MS / 2 };
    expect(familyView({ people: 1, maximum: 5, given: [today], received: [] }).given[0]?.until).toMatch(
      /今天/,
    );
  });

  test('proposes the least and a month; money and reports are ticked by the patient alone', () => {
    const offer = {
      scopes: ['triage', 'book', 'check-in', 'way', 'pay', 'reports'],
      days: [1, 30, 365],
    } as const;
    const choice = consentChoice({ maskedName: '周*安', maskedPhone: null, expiresAt: NOW, offer });
    expect(choice.period).toBe('30');
    expect(tickedScopes(choice)).toEqual(['triage', 'book', 'check-in', 'way']);
    expect(tickedScopes(tick(choice, 'reports', true))).toContain('reports');
    expect(scopeGroups(['reports']).map(({ value }) => value)).toEqual(['reports']);
  });

  test('notices who has agreed since the code was shown', () => {
    const family = { people: 1, maximum: 5, given: [], received: [consent] };
    expect(agreedSince(family, NOW)).toBe('周*舒');
    expect(agreedSince(family, NOW + 1)).toBe('');
  });

  test('has words for odd periods', () => {
    expect([periodWords(1), periodWords(45), minuteWords(30), minuteWords(120), minuteWords(45)]).toEqual([
      '只有今天',
      '45 天',
      '半小时',
      '2 小时',
      '45 分钟',
    ]);
  });
});

describe('a patient who is asked by a volunteer', () => {
  const help: Help = {
    request: null,
    asking: asked,
    running: null,
    last: null,
    offer: { purposes: ['bind', 'book', 'way'], minutes: [30, 60] },
  };

  test('can take away what was asked for, and what was taken away stays away when the page looks again', () => {
    const first = askingChoice(help, null);
    if (first === null) throw new Error('Nothing is asked');
    const less = tickPurpose(first, 'way', false);
    expect(tickedPurposes(less)).toEqual(['book']);
    expect(askingChoice(help, less)).toBe(less);
    expect(askingChoice({ ...help, asking: null }, less)).toBeNull();
    expect(first.minutes).toBe('60');
  });
});

describe('a volunteer', () => {
  const desk = (current: AssistanceView | null): VolunteerDesk => ({
    label: '小陈',
    open: [],
    mine: [],
    current,
    offer: { purposes: ['bind', 'book'], minutes: [30] },
  });

  test('is led to what the patient agreed to, and binds a card only where there is none', () => {
    const running = { ...asked, state: 'running' as const, expiresAt: NOW + MINUTE_MS };
    expect(volunteerView(desk(running), NOW)).toMatchObject({
      state: 'running',
      mayBook: true,
      mayBind: false,
    });
    const cardless = { ...running, maskedPatientName: null, purposes: ['bind' as const] };
    expect(volunteerView(desk(cardless), NOW)).toMatchObject({ mayBind: true, mayBook: false });
    expect(volunteerView(desk({ ...asked, state: 'left' }), NOW)).toMatchObject({
      state: 'free',
      ended: '志愿者离开了，自动结束',
    });
  });

  test('has pages about the patient and nobody else, with a line that says so', () => {
    const patient = { ...ownCard, patientId: 'assisted', relationship: 'assisted' as const };
    const acting = {
      assistanceId: 's1',
      patient,
      purposes: ['book' as const],
      expiresAt: NOW + 30 * MINUTE_MS,
    };
    const me = { ...settledMe, acting };
    expect(patientsOf(me)).toEqual([patient]);
    expect(defaultPatient(me)).toBe(patient);
    expect(actingLine(acting, NOW)).toBe('正在帮助 海*明，到 8:30');
    expect(actingLine(acting, acting.expiresAt)).toBe('');
    expect(missingStep({ ...me, acting: { ...acting, patient: null } })).toBe('card');
  });
});

test('a relative’s card is offered for what was agreed to', () => {
  const consentOf = { consentId: 'c1', scopes: ['reports' as const], until: NOW };
  const mother = { ...ownCard, relationship: 'relative' as const, consent: consentOf };
  const me = { ...settledMe, patients: [ownCard, mother] };
  expect(patientsOf(me)).toHaveLength(2);
  expect(patientsOf(me, 'book')).toEqual([ownCard]);
  expect(patientsOf(me, 'reports')).toHaveLength(2);
});

test('cards whose consent or guardianship is over are not offered', () => {
  expect(patientsOf({ ...settledMe, patients: [{ ...ownCard, mayAct: false }] })).toEqual([]);
});

describe('who looked and who acted', () => {
  const line = (more: Partial<AccessLine>): AccessLine => ({
    at: NOW,
    role: 'nurse',
    byMe: false,
    label: '护士站方禾',
    consentId: null,
    action: 'visit.getEncounter',
    ...more,
  });

  test('a relative who may still look stands beside the way to end it, once', () => {
    const daughter = { role: 'relative' as const, label: '周*安', consentId: 'c1', action: 'identity.getMe' };
    const lines = [
      line({ ...daughter, action: 'booking.listAppointments' }),
      line({ ...daughter, at: NOW - 60 * MINUTE_MS }),
      line({ ...daughter, at: NOW - 90 * MINUTE_MS }),
    ];
    const [today] = accessDays(lines, 'looked', NOW);
    expect(today?.rows.map(({ what, consentId }) => [what, consentId])).toEqual([
      ['看了预约', 'c1'],
      ['看了身份资料，2 次', ''],
    ]);
  });

  test('are told by day, with who, what and why; the same look on a day once', () => {
    const lines = [
      line({}),
      line({ at: NOW + 1 }),
      line({ at: NOW - DAY_MS, role: 'volunteer', label: null }),
    ];
    const days = accessDays(lines, 'looked', NOW);
    expect(days.map(({ rows }) => rows.length)).toEqual([1, 1]);
    expect(days[0]?.rows[0]).toMatchObject({ time: '8:00', who: '护士 · 护士站方禾', why: '候诊区的工作' });
  });

  test('a summary says that the latest acts may still come', () => {
    const ended = { ...asked, state: 'ended' as const, endedAt: NOW };
    const acts = [line({ action: 'appointment.hold' })];
    expect(summaryView({ assistance: ended, acts }, NOW).gathering).toBe(true);
    expect(summaryView({ assistance: ended, acts }, NOW + 3 * MINUTE_MS)).toMatchObject({
      gathering: false,
      acts: [{ what: '留了一个号' }],
    });
  });

  test('every query of the contract has words for having looked', () => {
    const silent = Object.values(contract).flatMap(({ name, procedures }) =>
      Object.entries(procedures satisfies Readonly<Record<string, Procedure>> as Record<string, Procedure>)
        .filter(([, { kind, access }]) => kind === 'query' && access.kind === 'object')
        .map(([procedure]) => `${name}.${procedure}`)
        .filter((action) => lookWords(action) === '看了信息'),
    );
    expect(silent).toEqual([]);
  });

  test('every change that is written down has words for having acted', () => {
    const sources = readdirSync('cloudfunctions', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(path.join('cloudfunctions', file), 'utf8'))
      .join('\n');
    const actions = [...sources.matchAll(/audited\([\w.]+, ['`]([a-z]+\.)/g)].map(
      ([, action]) => action ?? '',
    );
    expect(new Set(actions).size).toBeGreaterThan(8);
    // Roles are no patient's matter.
    const silent = [...new Set(actions)].filter((one) => one !== 'role.' && actWords(one) === '办了一件事');
    expect(silent.filter((one) => one !== 'patient.')).toEqual([]);
  });
});
