import '../procedure-table';
import { expect, jest, test } from '@jest/globals';
import { procedureTable } from '@core/contract/index';
import { createApi } from '../../../miniprogram/services/api';

test('every procedure of the contract is a function that names itself', async () => {
  const send = jest.fn<(name: string, procedure: string, input: unknown) => Promise<{ ok: true }>>();
  send.mockResolvedValue({ ok: true });
  const api = createApi(procedureTable(), send);
  await api.identity.getMe({});
  await api.booking.getAppointment({ appointmentId: 'a1' });
  expect(send.mock.calls).toEqual([
    ['identity', 'getMe', {}],
    ['booking', 'getAppointment', { appointmentId: 'a1' }],
  ]);
  expect(Object.keys(api)).toEqual(Object.keys(procedureTable()));
});
