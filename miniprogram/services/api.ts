import type { Contract, ContextName } from '@core/contract/index';
import type { InputOf, Procedure } from '@core/contract/procedure';
import type { ClientAnswer } from './client-answer';
import { checkNetwork, online } from './network';
import { createSend, type RawAnswer } from './send';

type Ask<P extends Procedure> = (input: InputOf<P>) => Promise<ClientAnswer<P>>;

type ClientOf<Procedures> = {
  readonly [Name in keyof Procedures]: Procedures[Name] extends infer P extends Procedure ? Ask<P> : never;
};

/** Every procedure of the contract as a typed function: `api.booking.bookSlot({...})`. */
export type Api = { readonly [Name in ContextName]: ClientOf<Contract[Name]['procedures']> };

/** context → names of its procedures. The build puts the contract's own table here; some phones have no Proxy. */
declare const PROCEDURE_TABLE: Readonly<Record<string, readonly string[]>>;

/** Builds the client from the table; `send` transports. */
export function createApi(
  table: Readonly<Record<string, readonly string[]>>,
  send: (name: string, procedure: string, input: unknown) => Promise<RawAnswer>,
): Api {
  const contexts = Object.entries(table).map(([name, procedures]) => [
    name,
    Object.fromEntries(
      procedures.map((procedure) => [procedure, (input: unknown) => send(name, procedure, input)]),
    ),
  ]);
  return Object.fromEntries(contexts) as Api;
}

export const api: Api = createApi(
  PROCEDURE_TABLE,
  createSend({
    async call(name, data) {
      const { result } = await wx.cloud.callFunction({ name, data });
      // An answer speaks for a network where the phone's own notice was missed; or it was on its way when the network went.
      if (!online.get()) void checkNetwork();
      return result;
    },
    wasOnline: () => online.get(),
    isOnline: checkNetwork,
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  }),
);
