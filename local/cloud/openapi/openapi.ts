import type { Catalog } from '../functions/catalog';
import type { Caller } from '../identity/caller';
import type { CloudIds } from './cloud-ids';
import type { OpenApiContext, OpenApiInterface } from './interface';
import { INTERFACES } from './registry';
import {
  decodeCloudIds,
  decodeParameters,
  encodeAnswer,
  encodeBytes,
  encodeOpenData,
  encodeRefusal,
} from './wire';

// WeChat cloud development, error codes.
const NOT_FOUND = -604100;
const NO_PERMISSION = -604101;
const ILLEGAL_SOURCE = -604104;
/** A request that is no message of the SDK; the number is from the SDK's own list of errors. */
const BAD_REQUEST = -601002;

/** The name under which `cloud.getOpenData` asks; it needs no permission. */
const OPEN_DATA = 'ApiGetOpenDataByCloudId';

/** WeChat's open interfaces as functions call them through `cloud.openapi`. */
export class OpenApi {
  readonly #catalog: Catalog;
  readonly #cloudIds: CloudIds;
  readonly #interfaces: ReadonlyMap<string, OpenApiInterface>;

  constructor(catalog: Catalog, context: OpenApiContext) {
    this.#catalog = catalog;
    this.#cloudIds = context.cloudIds;
    this.#interfaces = new Map(Object.entries(INTERFACES).map(([name, make]) => [name, make(context)]));
  }

  /**
   * Answers a call with the bytes wx-server-sdk reads. A function may only call what its own
   * config.json lists under permissions.openapi.
   */
  async handle(api: string, request: Uint8Array, caller: Caller | undefined): Promise<Buffer> {
    if (caller === undefined) return encodeRefusal(ILLEGAL_SOURCE);
    if (api === OPEN_DATA) return this.#openData(request, caller);
    const answering = this.#interfaces.get(api);
    if (answering === undefined) return encodeRefusal(NOT_FOUND);
    if (!this.#permits(caller, api)) return encodeRefusal(NO_PERMISSION);
    const parameters = attempt(() => decodeParameters(request));
    if (parameters === undefined) return encodeRefusal(BAD_REQUEST);
    const answer = await answering(parameters, caller);
    return 'errcode' in answer ? encodeAnswer(answer) : encodeBytes(answer);
  }

  #openData(request: Uint8Array, { openid }: Caller): Buffer {
    const ids = attempt(() => decodeCloudIds(request));
    if (ids === undefined) return encodeRefusal(BAD_REQUEST);
    const open = (id: string): string => JSON.stringify(this.#cloudIds.open(id, openid));
    return encodeOpenData(ids.map((cloudId) => ({ cloudId, json: open(cloudId) })));
  }

  #permits({ functionName }: Caller, api: string): boolean {
    return this.#catalog.find(functionName)?.openapi.includes(api) ?? false;
  }
}

/** What a reading gives; undefined where the bytes are not what they should be. */
const attempt = <T>(read: () => T): T | undefined => {
  try {
    return read();
  } catch {
    return undefined;
  }
};
