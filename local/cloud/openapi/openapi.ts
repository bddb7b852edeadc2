import type { Catalog } from '../functions/catalog';
import type { Caller } from '../identity/caller';
import type { OpenApiContext, OpenApiInterface } from './interface';
import { INTERFACES } from './registry';
import { decodeParameters, encodeAnswer, encodeBytes, encodeRefusal } from './wire';

// WeChat cloud development, error codes.
const NOT_FOUND = -604100;
const NO_PERMISSION = -604101;
const ILLEGAL_SOURCE = -604104;
/** A request that is no message of the SDK; the number is from the SDK's own list of errors. */
const BAD_REQUEST = -601002;

/** WeChat's open interfaces as functions call them through `cloud.openapi`. */
export class OpenApi {
  readonly #catalog: Catalog;
  readonly #interfaces: ReadonlyMap<string, OpenApiInterface>;

  constructor(catalog: Catalog, context: OpenApiContext) {
    this.#catalog = catalog;
    this.#interfaces = new Map(Object.entries(INTERFACES).map(([name, make]) => [name, make(context)]));
  }

  /**
   * Answers a call with the bytes wx-server-sdk reads. A function may only call what its own
   * config.json lists under permissions.openapi.
   */
  async handle(api: string, request: Uint8Array, caller: Caller | undefined): Promise<Buffer> {
    if (caller === undefined) return encodeRefusal(ILLEGAL_SOURCE);
    const answering = this.#interfaces.get(api);
    if (answering === undefined) return encodeRefusal(NOT_FOUND);
    if (!this.#permits(caller, api)) return encodeRefusal(NO_PERMISSION);
    const parameters = readParameters(request);
    if (parameters === undefined) return encodeRefusal(BAD_REQUEST);
    const answer = await answering(parameters, caller);
    return 'errcode' in answer ? encodeAnswer(answer) : encodeBytes(answer);
  }

  #permits({ functionName }: Caller, api: string): boolean {
    return this.#catalog.find(functionName)?.openapi.includes(api) ?? false;
  }
}

const readParameters = (request: Uint8Array): Record<string, unknown> | undefined => {
  try {
    return decodeParameters(request);
  } catch {
    return undefined;
  }
};
