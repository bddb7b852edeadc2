import type { PhoneHost, WxApiModule } from '../runtime/interfaces';
import type { Callbacks } from './call';
import { askCloud } from './local-cloud';

interface CallOptions extends Callbacks {
  name: string;
  data?: unknown;
  config?: { env?: string };
}

/** Code of a call that never reached the cloud: WeChat's general error. [MEM] */
const networkErrCode = -1;

/** The Error that `wx.cloud` rejects with; its fields are enumerable, as pages log and copy them. */
class CloudCallError extends Error {
  constructor(
    readonly errCode: number,
    readonly errMsg: string,
    readonly requestID = '',
  ) {
    super(errMsg);
  }
}

/** Marks an id in a call's data: as a field of the data itself it becomes the data behind it. */
class CloudID {
  constructor(readonly cloudID: string) {}

  /** Deeper inside it stays the plain text. */
  toJSON(): string {
    return this.cloudID;
  }
}

/** The fields of a call's data that are ids. */
const cloudIdsOf = (data: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries((data ?? {}) as Record<string, unknown>)
      .filter((entry): entry is [string, CloudID] => entry[1] instanceof CloudID)
      .map(([field, { cloudID }]) => [field, cloudID]),
  );

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

async function send(host: PhoneHost, { name, data }: CallOptions): Promise<Record<string, unknown>> {
  const cloudIds = cloudIdsOf(data);
  const call = { name, data: data ?? {}, ...(Object.keys(cloudIds).length === 0 ? {} : { cloudIds }) };
  const reply = await askCloud(host, '/invoke', call);
  if (reply.kind === 'offline') {
    throw new CloudCallError(networkErrCode, 'cloud.callFunction:fail request:fail timeout or no network');
  }
  const { errCode, errMsg, result, requestID } = reply.body;
  if (reply.status >= 400 || (errCode !== undefined && errCode !== 0)) {
    const code = typeof errCode === 'number' ? errCode : networkErrCode;
    const reason = `errCode: ${code} | errMsg: ${text(errMsg)}`;
    throw new CloudCallError(code, `cloud.callFunction:fail Error: ${reason}`, text(requestID));
  }
  return { result, requestID: text(requestID), errMsg: 'cloud.callFunction:ok' };
}

function callFunction(host: PhoneHost, options: CallOptions): Promise<Record<string, unknown>> | undefined {
  const work = send(host, options);
  const { success, fail, complete } = options;
  if (success === undefined && fail === undefined && complete === undefined) return work;
  void work.then(
    (result) => {
      success?.(result);
      complete?.(result);
    },
    (error: unknown) => {
      const failure = error as unknown as Record<string, unknown>;
      fail?.(failure);
      complete?.(failure);
    },
  );
  return undefined;
}

/** The cloud as the mini program sees it: cloud functions, called as the phone's WeChat user. */
export const cloud: WxApiModule = (host) => ({
  cloud: {
    init: () => undefined,
    CloudID: (id: string) => new CloudID(id),
    callFunction: (options: CallOptions) => callFunction(host, options),
  },
});
