import type { Accepted } from '@core/domain/result';
import type * as v from 'valibot';
import type { Access } from './access';

/** A schema whose input and output are the same plain JSON: no transformation travels. */
export type InputSchema = v.GenericSchema;

/** Carries an output type without a value: answers are typed, never validated by the phone. */
export interface Output<T> {
  readonly output?: T;
}

export const output = <T>(): Output<T> => ({});

/**
 * One thing a page may ask of one cloud function.
 * A command changes something and carries a request id made by the phone; a query changes nothing.
 */
export interface Procedure<
  Kind extends 'command' | 'query' = 'command' | 'query',
  Schema extends InputSchema = InputSchema,
  Value = unknown,
  Refusals extends object = object,
> {
  readonly kind: Kind;
  /** Who may call it on what. Without one there is no procedure. */
  readonly access: Access;
  readonly input: Schema;
  readonly output: Output<Value>;
  readonly errors: readonly string[];
  /** Type only: code → parameters. */
  readonly refusals?: Refusals;
}

interface Definition<Schema extends InputSchema, Value, Code extends string> {
  readonly access: Access<keyof v.InferOutput<Schema> & string>;
  readonly input: Schema;
  readonly output: Output<Value>;
  readonly errors: readonly Code[];
}

/** The two builders of a context whose refusals are `All`: code → parameters. */
export function proceduresWith<All extends object>() {
  return {
    command: <Schema extends InputSchema, Value, const Code extends keyof All & string>(
      definition: Definition<Schema, Value, Code>,
    ): Procedure<'command', Schema, Value, Pick<All, Code>> => ({ kind: 'command', ...definition }),
    query: <Schema extends InputSchema, Value, const Code extends keyof All & string>(
      definition: Definition<Schema, Value, Code>,
    ): Procedure<'query', Schema, Value, Pick<All, Code>> => ({ kind: 'query', ...definition }),
  };
}

export interface Context<
  Name extends string = string,
  Procedures extends Readonly<Record<string, Procedure>> = Readonly<Record<string, Procedure>>,
> {
  /** Also the name of the deployed cloud function. */
  readonly name: Name;
  readonly procedures: Procedures;
}

export const defineContext = <
  const Name extends string,
  Procedures extends Readonly<Record<string, Procedure>>,
>(
  context: Context<Name, Procedures>,
): Context<Name, Procedures> => context;

export type InputOf<P extends Procedure> = v.InferOutput<P['input']>;
export type OutputOf<P extends Procedure> =
  NonNullable<P['output']> extends Output<infer Value> ? Value : never;
/** Code → parameters of the procedure's own refusals. */
export type RefusalsOf<P extends Procedure> = NonNullable<P['refusals']>;

/** Refusals that any procedure may answer. */
export interface CommonRefusals {
  /** The input does not fit the schema; `field` is the path of the first fault, never its value. */
  INVALID_INPUT: { readonly field: string };
  /** The request id was used before with other contents. */
  REQUEST_ID_REUSED: null;
  /** No such thing, or not this caller's: the two are not told apart. */
  NOT_FOUND: null;
  /** Something broke on the server; `requestId` finds it in the logs. */
  FAULT: { readonly requestId: string };
  /** Others changed the same thing too often in a row: nothing was done, trying again is safe. */
  BUSY: null;
}

type Refused<R extends object> = {
  [Code in keyof R & string]: { readonly ok: false; readonly error: Code; readonly detail: R[Code] };
}[keyof R & string];

/** What travels back for a procedure. */
export type Answer<P extends Procedure> =
  Accepted<OutputOf<P>> | Refused<RefusalsOf<P>> | Refused<CommonRefusals>;
