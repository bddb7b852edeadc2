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
};

const said = Object.entries(SAID).map(([kind, fields]) => ({ kind, fields }) as Said);

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

  test('a stopped session names the money that goes back and the nearest other seat', () => {
    const stopped = said.find(({ kind }) => kind === 'session-stopped');
    if (stopped === undefined) throw new Error('No such message');
    const words = messageWords(stopped, NOW);
    expect(words.body).toContain('¥25.00');
    expect(words.body).toContain('3月13日');
    expect(words.destination).toEqual({ page: 'doctors', query: { clinicId: 'obs-general' } });
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
