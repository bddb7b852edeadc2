import { describe, expect, test } from '@jest/globals';
import type { Me } from '@core/contract/identity';
import { calendarDay } from '@core/domain/calendar-day';
import { anyMoving, pastCount, visitGroups } from '../../../miniprogram/pages/visits/visits.view';
import { mayDo } from '../../../miniprogram/services/appointment/may-do';
import { booked, ended, held, now, refunding } from '../booking/appointments';
import { ownCard, relativeCard, settledMe } from '../people';

const ids = (groups: ReturnType<typeof visitGroups>) =>
  groups.map(({ id, cards }) => [id, ...cards.map(({ appointmentId }) => appointmentId)]);

describe('my appointments', () => {
  test('stand by what needs the patient first', () => {
    const all = [ended, booked, refunding('accepted'), held, refunding('done'), refunding('needs-staff')];
    expect(ids(visitGroups(all, now, 10))).toEqual([
      ['pay', 'held'],
      ['coming', 'booked'],
      ['moving', 'refund-accepted', 'refund-needs-staff'],
      ['past', 'ended', 'refund-done'],
    ]);
  });

  test('the hold that ends first and the visit that comes first lead their groups', () => {
    const sooner = { ...held, appointmentId: 'sooner', expiresAt: now + 60_000 };
    const later = { ...booked, appointmentId: 'later', day: calendarDay('2026-03-15') };
    expect(ids(visitGroups([held, later, sooner, booked], now, 10))).toEqual([
      ['pay', 'sooner', 'held'],
      ['coming', 'booked', 'later'],
    ]);
  });

  test('who may not pay is told who can, and is offered neither paying nor what else the consent leaves out', () => {
    const cardOf = (known: Me) =>
      visitGroups([{ ...held, patientId: 'patient-3' }], now, 10, (patientId) => mayDo(known, patientId))[0]
        ?.cards[0];
    const relative = { ...settledMe, patients: [ownCard, relativeCard] };
    expect(cardOf(relative)).toMatchObject({
      state: '等患者付费',
      payButton: '',
      payHint: '请海*母自己付，或到窗口付。',
      cancelButton: '取消预约',
    });
    const acting = { assistanceId: 's1', patient: null, purposes: ['book' as const], expiresAt: now };
    expect(cardOf({ ...settledMe, acting })).toMatchObject({ payButton: '', cancelButton: '' });
    expect(cardOf({ ...settledMe, patients: [{ ...ownCard, patientId: 'patient-3' }] })).toMatchObject({
      state: '等您付费',
      payHint: '',
    });
  });

  test('a hold whose time is over asks for no payment', () => {
    const groups = visitGroups([held], now + 600_000, 10);
    expect(groups[0]).toMatchObject({ id: 'moving', cards: [{ payButton: '', expiresAt: 0 }] });
  });

  test('cancel stands on each card that can be cancelled, and on no other', () => {
    const cards = visitGroups([held, booked, ended], now, 10).flatMap((group) => group.cards);
    expect(cards.map(({ cancelButton }) => cancelButton)).toEqual(['取消预约', '取消预约', '']);
  });

  test('a refund is named beside the state of its appointment', () => {
    expect(visitGroups([refunding('done')], now, 10)[0]?.cards[0]?.state).toBe('已取消，钱已退回');
  });

  test('of many past ones only some are drawn', () => {
    const past = Array.from({ length: 30 }, (_, index) => ({ ...ended, appointmentId: `past-${index}` }));
    expect(visitGroups(past, now, 10)[0]?.cards).toHaveLength(10);
    expect(pastCount(past, now)).toBe(30);
  });

  test('are looked at again only while something moves', () => {
    expect(anyMoving([booked, ended])).toBe(false);
    expect(anyMoving([booked, held])).toBe(true);
  });
});
