import { unanswered, type ClientCode, type Unanswered } from './client-answer';

/** What a cloud function answered, before its type is known. */
export type RawAnswer = { readonly ok: true } | { readonly ok: false; readonly error: string };

export interface SendPorts {
  /** One attempt; rejects with what WeChat says. */
  call(name: string, data: { procedure: string; input: unknown }): Promise<unknown>;
  /** What the phone knows before an attempt: without a network nothing leaves it. */
  wasOnline(): boolean;
  /** Asked after a failed attempt: its reason may be the phone. */
  isOnline(): Promise<boolean>;
  wait(milliseconds: number): Promise<void>;
}

/** A little above the functions' own limit of ten seconds, so that their answer is heard where there is one. */
const TIMEOUT_MS = 12_000;
const RETRY_AFTER_MS = 500;
const BUSY_WAITS_MS = [250, 700];

/** No connection came about: the request cannot have left the phone. */
const NEVER_SENT =
  /ERR_(?:INTERNET_DISCONNECTED|NAME_NOT_RESOLVED|ADDRESS_UNREACHABLE)|fail\D{0,12}-(?:105|106|109|118)\b/i;
const NETWORK_GONE = /offline|network is down|request:fail -2\b/i;

const isRawAnswer = (value: unknown): value is RawAnswer =>
  typeof value === 'object' && value !== null && 'ok' in value && typeof value.ok === 'boolean';

/** Commands carry a request id; whatever else is asked changes nothing. */
const isCommand = (input: unknown): boolean =>
  typeof input === 'object' && input !== null && 'requestId' in input;

/** Reads WeChat's errMsg; its wording is not a contract, so anything unknown counts as the service being down. */
export function clientCodeOf(
  fault: unknown,
  { before, after }: { before: boolean; after: boolean },
): ClientCode {
  const said = typeof fault === 'object' && fault !== null && 'errMsg' in fault ? String(fault.errMsg) : '';
  if (NEVER_SENT.test(said)) return 'OFFLINE';
  if (!after || NETWORK_GONE.test(said)) return before ? 'CUT_OFF' : 'OFFLINE';
  if (/time.?d? ?out|-404012|-604102/i.test(said)) return 'TIMEOUT';
  return 'SERVICE_DOWN';
}

async function attempt(ports: SendPorts, name: string, data: { procedure: string; input: unknown }) {
  let timer = 0;
  const late = new Promise<Unanswered>((resolve) => {
    timer = setTimeout(() => resolve(unanswered('TIMEOUT')), TIMEOUT_MS);
  });
  const before = ports.wasOnline();
  const call = ports.call(name, data).then(
    (answer) => (isRawAnswer(answer) ? answer : unanswered('SERVICE_DOWN')),
    async (fault: unknown) => unanswered(clientCodeOf(fault, { before, after: await ports.isOnline() })),
  );
  const answer = await Promise.race([call, late]);
  clearTimeout(timer);
  return answer;
}

/** Calls a procedure. A lost answer is asked for once more with the very same contents, a busy one twice. */
export function createSend(ports: SendPorts) {
  return async (name: string, procedure: string, input: unknown): Promise<RawAnswer | Unanswered> => {
    const data = { procedure, input };
    let answer = await attempt(ports, name, data);
    if (!answer.ok && (answer.error === 'TIMEOUT' || answer.error === 'SERVICE_DOWN')) {
      await ports.wait(RETRY_AFTER_MS);
      answer = await attempt(ports, name, data);
      // What was sent the first time may have arrived, though the second never left the phone.
      if (!answer.ok && answer.error === 'OFFLINE') answer = unanswered('CUT_OFF');
    }
    for (const pause of BUSY_WAITS_MS) {
      if (answer.ok || answer.error !== 'BUSY') break;
      await ports.wait(pause);
      answer = await attempt(ports, name, data);
    }
    const isHarmless = !answer.ok && answer.error === 'CUT_OFF' && !isCommand(input);
    return isHarmless ? unanswered('OFFLINE') : answer;
  };
}
