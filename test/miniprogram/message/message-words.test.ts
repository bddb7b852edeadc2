import '../procedure-table';
import { describe, expect, test } from '@jest/globals';
import type { Said } from '@core/contract/message';
import { calendarDay, clockTime } from '@core/domain/calendar-day';
import { MESSAGE_KINDS, type MessageKind } from '@core/domain/message/message-kinds';
import { fen } from '@core/domain/money';
import { subscribeWords } from '../../../cloudfunctions/_wechat/subscribe-words';
import { messageRow, messageWords } from '../../../miniprogram/services/messages/message-words';
import { badgeText } from '../../../miniprogram/services/messages/unread';

const NOW = Date.parse('2026-03-10T08:00:00+08:00');
const visit = {
  clinicName: '妊娠合并内科疾病门诊',
  practitionerName: '顾念慈',
  day: calendarDay('2026-03-12'),
  start: clockTime('09:00'),
};
const report = { reportId: 'r1', category: 'laboratory' } as const;

/** One message of each kind, with the longest contents. */
const SAID: { readonly [Kind in MessageKind]?: Extract<Said, { kind: Kind }>['fields'] } = {
  'report-ready': report,
  'report-amended': report,
  'report-withdrawn': report,
  'session-stopped': {
    ...visit,
    appointmentId: 'a1',
    clinicId: 'obs-medical',
    refundFen: fen(2500),
    cashAt: null,
    alternatives: [
      {
        sessionId: 'dr-qi_2026-03-13_am',
        practitionerId: 'dr-qi',
        practitionerName: '齐若兰',
        clinicId: 'obs-general',
        day: calendarDay('2026-03-13'),
        start: clockTime('10:00'),
        end: clockTime('10:30'),
      },
    ],
  },
  'add-on-granted': { ...visit, appointmentId: 'a1', expiresAt: NOW + 600_000 },
  'admission-changed': {
    admissionId: 'm1',
    state: 'admitted',
    ward: '妊娠合并内科疾病病区',
    placeId: 'ward-3',
    plannedDay: calendarDay('2026-03-12'),
  },
};

const said = Object.entries(SAID).map(
  ([kind, fields]) =>
    ({ kind, fields, patientId: 'p1' }) as Said & {
      readonly patientId: string;
    },
);

describe('messages', () => {
  test.each(said.map((one) => [one.kind, one] as const))(
    'of kind %s say what happened and where to go',
    (_kind, one) => {
      const words = messageWords(one, NOW);
      expect(words.title.length).toBeGreaterThan(3);
      expect(words.body.length).toBeGreaterThan(5);
      expect(words.button === null).toBe(words.destination === null);
    },
  );

  const stopped = SAID['session-stopped'];
  if (!stopped) throw new Error('No such message');
  const stoppedWords = (more: Partial<typeof stopped>, now = NOW) =>
    messageWords({ kind: 'session-stopped', fields: { ...stopped, ...more }, patientId: 'p1' }, now);

  test('a stopped session names the money that goes back and leads to each other seat', () => {
    const words = stoppedWords({});
    expect(words.body).toMatch(/ 上午 9:00 停诊.*¥25\.00 全部退回原来付款的账户/);
    expect(words.choices).toMatchObject([
      {
        title: '3月13日 周五',
        note: '上午 10:00–10:30 · 齐若兰医生',
        destination: { page: 'slots', query: { practitionerId: 'dr-qi', day: '2026-03-13' } },
      },
    ]);
    expect(words.destination).toEqual({ page: 'doctors', query: { clinicId: 'obs-medical' } });
  });

  test('a stopped session promises no cash by phone, no money that nobody paid, and no day that is over', () => {
    const cash = stoppedWords({ cashAt: '门诊楼 1 楼收费窗口' }).body;
    expect(cash).toContain('带证件到门诊楼 1 楼收费窗口领回');
    expect(cash).not.toContain('不用您办');
    expect(stoppedWords({ refundFen: fen(0) }).body).toContain('没有收您的钱');
    const late = stoppedWords({}, NOW + 5 * 86_400_000);
    expect(late.choices).toEqual([]);
    expect(late.body).toContain('最近没有空号');
  });

  test('of a bed lead to where its state, its number and the way stand', () => {
    const bed = said.find(({ kind }) => kind === 'admission-changed');
    if (!bed) throw new Error('No such message');
    expect(messageWords(bed, NOW).destination).toEqual({ page: 'ownAdmissions', query: { patientId: 'p1' } });
  });

  test('WeChat’s own messages keep to its lengths and name no doctor, clinic or finding', () => {
    for (const one of said) {
      const { page, values } = subscribeWords(one, { maskedName: '阿***尔', at: NOW });
      for (const value of Object.values(values)) expect(Array.from(value).length).toBeLessThanOrEqual(20);
      expect(JSON.stringify(values)).not.toMatch(/顾念慈|妊娠/);
      expect(page).toMatch(/^packages\//);
    }
    expect(MESSAGE_KINDS.length).toBeGreaterThanOrEqual(said.length);
  });

  test('are listed with whom they are about, and when', () => {
    const view = {
      messageId: 'm1',
      patientId: 'p1',
      maskedPatientName: '林*',
      at: NOW,
      read: false,
    } as const;
    const row = messageRow({ ...view, kind: 'report-ready', fields: report }, NOW);
    expect(row).toMatchObject({ title: '化验报告出来了', who: '林*', read: false, button: '看报告' });
  });

  test('a badge never grows without end', () => {
    expect([0, 7, 120].map(badgeText)).toEqual(['', '7', '99+']);
  });
});
