import { describe, expect, jest, test } from '@jest/globals';
import { createCommand } from '../../../miniprogram/services/command';
import { newRequestId } from '../../../miniprogram/services/request-id';

interface Input {
  readonly requestId: string;
  readonly patientId: string;
}
type Send = (input: Input) => Promise<{ ok: boolean; error?: string }>;

function numbered(send: Send) {
  let count = 0;
  return createCommand(send, () => `id-${String((count += 1))}`);
}
const idsOf = (send: jest.Mock<Send>) => send.mock.calls.map(([input]) => input.requestId);

describe('a command of a page', () => {
  test('a double tap shares one call', async () => {
    const send = jest.fn<Send>().mockResolvedValue({ ok: true });
    const unbind = numbered(send);
    await Promise.all([unbind({ patientId: 'p1' }), unbind({ patientId: 'p1' })]);
    expect(idsOf(send)).toEqual(['id-1']);
  });

  test.each(['OFFLINE', 'CUT_OFF', 'TIMEOUT', 'SERVICE_DOWN', 'FAULT', 'BUSY'])(
    'after %s the same contents go out under the same id',
    async (error) => {
      const send = jest
        .fn<Send>()
        .mockResolvedValueOnce({ ok: false, error })
        .mockResolvedValue({ ok: true });
      const unbind = numbered(send);
      await unbind({ patientId: 'p1' });
      await unbind({ patientId: 'p1' });
      expect(idsOf(send)).toEqual(['id-1', 'id-1']);
    },
  );

  test('other contents after a lost answer are another intent', async () => {
    const send = jest.fn<Send>().mockResolvedValue({ ok: false, error: 'TIMEOUT' });
    const unbind = numbered(send);
    await unbind({ patientId: 'p1' });
    await unbind({ patientId: 'p2' });
    expect(idsOf(send)).toEqual(['id-1', 'id-2']);
  });

  test('after an answer the next tap is a new intent', async () => {
    const send = jest
      .fn<Send>()
      .mockResolvedValueOnce({ ok: true })
      .mockResolvedValueOnce({ ok: false, error: 'SLOT_FULL' })
      .mockResolvedValue({ ok: true });
    const unbind = numbered(send);
    for (let tap = 0; tap < 3; tap += 1) await unbind({ patientId: 'p1' });
    expect(idsOf(send)).toEqual(['id-1', 'id-2', 'id-3']);
  });
});

test('request ids fit the contract and differ', () => {
  const ids = Array.from({ length: 500 }, newRequestId);
  expect(new Set(ids).size).toBe(500);
  for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9_-]{16,64}$/);
});
