import { describe, expect, test } from '@jest/globals';
import { OperationMeter } from '../../../../local/cloud/console/meter/operation-meter';
import type { OperationReport } from '../../../../local/cloud/database/options';

type Listener = (report: OperationReport) => void;

const report = (more: Partial<OperationReport>): OperationReport => ({
  action: 'database.getDocument',
  kind: 'read',
  documents: 1,
  examined: 1,
  ok: true,
  ...more,
});

const meterOnOwnTime = () => {
  const listeners = new Set<Listener>();
  const time = { now: 0 };
  const listen = (listener: Listener): (() => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  const meter = new OperationMeter(listen, () => time.now);
  const happen = (more: Partial<OperationReport>): void => listeners.forEach((tell) => tell(report(more)));
  return { meter, time, listeners, happen };
};

describe('the count of operations per second', () => {
  test('begins with the first look and gives whole seconds', () => {
    const { meter, time, happen } = meterOnOwnTime();
    happen({});
    meter.read();
    happen({});
    happen({ kind: 'write', action: 'database.insertDocument' });
    happen({ kind: 'transaction', action: 'database.startTransaction' });
    happen({ kind: 'transaction', action: 'database.commitTransaction' });
    time.now = 1500;
    expect(meter.read().at(-1)).toEqual({ reads: 1, writes: 1, transactions: 1 });
    time.now = 2500;
    expect(meter.read().at(-1)).toEqual({ reads: 0, writes: 0, transactions: 0 });
    expect(meter.read().at(-2)).toEqual({ reads: 1, writes: 1, transactions: 1 });
  });

  test('costs nothing when nobody has looked for a while', () => {
    const { meter, time, listeners, happen } = meterOnOwnTime();
    meter.read();
    expect(listeners.size).toBe(1);
    time.now = 60_000;
    happen({});
    expect(listeners.size).toBe(0);
    expect(meter.read()).toHaveLength(60);
    expect(listeners.size).toBe(1);
  });
});
