import { describe, expect, test } from '@jest/globals';
import { Recorder } from '../../../../local/cloud/console/recording/recorder';
import { InvocationLog, type InvocationRecord } from '../../../../local/cloud/functions/invocation-log';

const begin = (log: InvocationLog, requestId: string, parent?: string): InvocationRecord =>
  log.open({
    requestId,
    parent,
    name: `fn-${requestId}`,
    source: 'wx_client',
    startedAt: 0,
    event: '{}',
    eventBytes: 2,
  });

const recorderOf = () => {
  const log = new InvocationLog();
  return { log, recorder: new Recorder({ onInvocation: (listener) => log.listen(listener) }) };
};

describe('counting a use case', () => {
  test('adds up what every call since its beginning asked of the database', () => {
    const { log, recorder } = recorderOf();
    const earlier = begin(log, 'earlier');
    expect(recorder.read().state).toBe('none');
    recorder.start();
    begin(log, 'a');
    begin(log, 'b', 'a');
    log.count('earlier', 'database.getDocument', { collectionName: 'notes' });
    log.count('a', 'database.getDocument', { collectionName: 'notes' });
    log.count('a', 'database.startTransaction', {});
    log.count('b', 'database.insertDocument', { collectionName: '__proto__', data: ['{}', '{}'] });
    log.close(earlier, 1, undefined);
    const { state, total, calls, unlisted } = recorder.read();
    expect(state).toBe('running');
    expect(calls.map(({ requestId, parent }) => [requestId, parent])).toEqual([
      ['a', undefined],
      ['b', 'a'],
    ]);
    expect(unlisted).toBe(0);
    expect(total).toMatchObject({ reads: 1, writes: 2, transactions: 1 });
    expect(Object.entries(total.byCollection)).toEqual([
      ['notes', { reads: 1, writes: 0 }],
      ['__proto__', { reads: 0, writes: 2 }],
    ]);
  });

  test('takes no new calls after its end, but all that those under way still do', () => {
    const { log, recorder } = recorderOf();
    recorder.start();
    begin(log, 'a');
    recorder.stop();
    begin(log, 'b');
    log.count('a', 'database.getDocument', { collectionName: 'notes' });
    const { state, calls, total } = recorder.read();
    expect(state).toBe('stopped');
    expect(calls.map(({ requestId }) => requestId)).toEqual(['a']);
    expect(total.reads).toBe(1);
  });

  test('begins anew with nothing', () => {
    const { log, recorder } = recorderOf();
    recorder.start();
    begin(log, 'a');
    recorder.start();
    expect(recorder.read().calls).toEqual([]);
    begin(log, 'b');
    expect(recorder.read().calls).toHaveLength(1);
  });
});
