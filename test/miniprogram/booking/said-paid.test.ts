import { describe, expect, test } from '@jest/globals';
import { stillBelieved, withSaidPaid } from '../../../miniprogram/services/appointment/said-paid';
import { detailView } from '../../../miniprogram/packages/booking/pages/appointment/appointment.view';
import { visitGroups } from '../../../miniprogram/pages/visits/visits.view';
import { booked, held, now } from './appointments';

const said = { held: now - 1000, other: now - 600_000 };

describe('a payment that the phone reported', () => {
  test('is being confirmed until the server knows it, and neither paying nor cancelling is offered', () => {
    const known = withSaidPaid(held, said, now);
    expect(known.payment).toBe('confirming');
    expect(detailView(known, now)).toMatchObject({ payButton: '看付款结果', cancelButton: '' });
    expect(visitGroups([known], now, 10)[0]?.cards[0]).toMatchObject({
      state: '正在确认付款',
      payButton: '看付款结果',
      cancelButton: '',
    });
  });

  test('counts no longer once the server has decided, or after a few minutes', () => {
    expect(withSaidPaid({ ...booked, appointmentId: 'held' }, said, now).payment).toBe('paid');
    expect(withSaidPaid(held, said, now + 180_000).payment).toBe('waiting');
    expect(stillBelieved(said, now)).toEqual({ held: now - 1000 });
  });

  test('says nothing about another appointment', () => {
    expect(withSaidPaid(held, {}, now)).toBe(held);
  });
});
