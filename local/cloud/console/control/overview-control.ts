import type { LocalCloud } from '../../options';
import { OperationMeter } from '../meter/operation-meter';
import { callLine } from '../recording/call-line';
import type { Recorder } from '../recording/recorder';
import type { Overview, Pulse } from '../shared/overview';
import type { ControlTable } from './control-action';

/** Failures that the overview lists. */
const FAILURES = 10;

type Parts = Pick<LocalCloud, 'clock' | 'faults' | 'host' | 'database' | 'pay' | 'messages' | 'storage'>;

function pulse({ clock, faults }: Parts, meter: OperationMeter, recorder: Recorder): Pulse {
  const { state, total, calls, unlisted } = recorder.read();
  return {
    clock: { now: clock.now(), offset: clock.offset() },
    seconds: meter.read(),
    recording: { state, total, calls: calls.length + unlisted },
    faults: faults.list().length,
  };
}

function overview({ host, database, pay, messages, storage }: Parts): Overview {
  const calls = host.logs();
  const failed = calls.filter(({ failure }) => failure !== undefined);
  const { openTransactions, commits } = database.stats();
  const collections = database.describe();
  return {
    functions: {
      calls: calls.length,
      running: calls.filter(({ durationMs }) => durationMs === undefined).length,
      failed: failed.length,
      cold: calls.filter(({ start }) => start === 'cold').length,
    },
    database: {
      collections: collections.length,
      documents: collections.reduce((sum, { documents }) => sum + documents, 0),
      openTransactions,
      commits,
    },
    waiting: {
      callbacks: pay.callbacks().filter(({ state }) => state === 'waiting' || state === 'held').length,
      orders: pay.orders().filter(({ state }) => state === 'NOTPAY').length,
    },
    messages: messages.list().length,
    files: storage.list().length,
    failures: failed.slice(-FAILURES).reverse().map(callLine),
    warnings: database
      .warnings()
      .reverse()
      .map(({ text, times }) => (times === 1 ? text : `${text} (${times} times)`)),
  };
}

/** The head of every tab, and the first tab. */
export function overviewControl(cloud: Parts, recorder: Recorder): ControlTable {
  const meter = new OperationMeter((listener) => cloud.database.onOperation(listener));
  return {
    'GET /control/pulse': () => pulse(cloud, meter, recorder),
    'GET /control/overview': () => overview(cloud),
  };
}
