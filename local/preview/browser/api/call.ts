/** The three callbacks that every asynchronous `wx` function takes. */
export interface Callbacks {
  success?: (result: Record<string, unknown>) => void;
  fail?: (failure: Record<string, unknown>) => void;
  complete?: (either: Record<string, unknown>) => void;
}

/** An expected refusal. `reason` follows "NAME:fail"; `extra` joins the failure object (errno, errCode). */
export class WxFailure extends Error {
  constructor(
    readonly reason: string,
    readonly extra: Readonly<Record<string, unknown>> = {},
  ) {
    super(reason);
  }
}

const failureOf = (name: string, error: unknown): Record<string, unknown> => {
  const reason = error instanceof Error ? error.message : String(error);
  const tail = /^fail\b/u.test(reason) ? reason : `fail ${reason}`.trimEnd();
  return { ...(error instanceof WxFailure ? error.extra : {}), errMsg: `${name}:${tail}` };
};

const isCallbacks = (options: unknown): options is Callbacks =>
  typeof options === 'object' && options !== null;

/**
 * Makes a `wx` function of one that answers or throws. As in WeChat it returns a promise only where no
 * callback was given, so that a page using callbacks never meets an unhandled rejection.
 */
export function asyncApi<Options extends object>(
  name: string,
  run: (options: Options) => unknown,
): (options?: Options & Callbacks) => Promise<Record<string, unknown>> | undefined {
  return (given) => {
    const callbacks: Callbacks = isCallbacks(given) ? given : {};
    const work = (async () => {
      const result = await run(given ?? ({} as Options));
      return { ...(result as Record<string, unknown> | undefined), errMsg: `${name}:ok` };
    })();
    if (callbacks.success === undefined && callbacks.fail === undefined && callbacks.complete === undefined) {
      // WeChat rejects with a plain object, not with an Error.
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- the platform's own shape
      return work.catch((error: unknown) => Promise.reject(failureOf(name, error)));
    }
    void work.then(
      (result) => {
        callbacks.success?.(result);
        callbacks.complete?.(result);
      },
      (error: unknown) => {
        const failure = failureOf(name, error);
        callbacks.fail?.(failure);
        callbacks.complete?.(failure);
      },
    );
    return undefined;
  };
}

/** A pair of `onX` / `offX` functions over one list of listeners. */
export function listeners<T>(): {
  readonly on: (run: (value: T) => void) => void;
  readonly off: (run?: (value: T) => void) => void;
  readonly tell: (value: T) => void;
} {
  const all = new Set<(value: T) => void>();
  return {
    on: (run) => void all.add(run),
    off: (run) => {
      if (run === undefined) all.clear();
      else all.delete(run);
    },
    tell: (value) => {
      for (const run of [...all]) run(value);
    },
  };
}
