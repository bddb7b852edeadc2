import type { FunctionHost } from '../../functions/host';
import { RequestError } from '../../http/body';
import { callLine } from '../recording/call-line';
import type { Recorder } from '../recording/recorder';
import type { CallDetail, CallList, RecordingAnswer } from '../shared/functions';
import { toClientAnswer } from '../../http/phone-routes';
import { textOf, type ControlTable } from './control-action';

/** Runs that one answer lists. */
const LISTED = 200;

function listed(host: FunctionHost, query: URLSearchParams): CallList {
  const name = query.get('name') ?? '';
  const onlyFailed = query.get('failed') === '1';
  const all = host.logs();
  const meant = all.filter(
    (record) => (name === '' || record.name === name) && (!onlyFailed || record.failure !== undefined),
  );
  return {
    calls: meant.slice(-LISTED).reverse().map(callLine),
    names: [...new Set(all.map((record) => record.name))].sort(),
  };
}

function detailed(host: FunctionHost, query: URLSearchParams): CallDetail {
  const requestId = query.get('requestId') ?? '';
  const [record] = host.logs({ requestId });
  if (record === undefined) throw new RequestError(404, 'this call is not remembered any more');
  const nested = host.logs().filter(({ parent }) => parent === requestId);
  const { event, result, lines } = record;
  return { call: callLine(record), event, result, lines, nested: nested.map(callLine) };
}

function eventOf(data: unknown): Record<string, unknown> {
  if (data === undefined) return {};
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw new RequestError(400, 'data is not an object');
  return data as Record<string, unknown>;
}

/** Runs of functions, one of them whole, and the counting of a use case's operations. */
export function functionControl(host: FunctionHost, recorder: Recorder): ControlTable {
  const recording = (): RecordingAnswer => recorder.read();
  return {
    'GET /control/logs': () => host.logs(),
    'GET /control/invocations': ({ query }) => listed(host, query),
    'GET /control/invocations/one': ({ query }) => detailed(host, query),
    /** Runs a function as somebody with the environment's keys does from the console: without a user. */
    'POST /control/invoke': async ({ body }) => {
      const name = textOf({ body }, 'name');
      return toClientAnswer(await host.invoke({ name, event: eventOf(body['data']), source: 'console' }));
    },
    'GET /control/recording': recording,
    'POST /control/recording/start': () => {
      recorder.start();
      return recording();
    },
    'POST /control/recording/stop': () => {
      recorder.stop();
      return recording();
    },
  };
}
