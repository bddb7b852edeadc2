import type { Connection } from './libsql-file';

/** A prepared statement whose rows are arrays: cheaper than objects, and free of the driver's own fields. */
export interface Query<Row extends unknown[]> {
  all(...parameters: unknown[]): Row[];
  first(...parameters: unknown[]): Row | undefined;
}

/** A prepared statement that changes something; answers the row id of an insert. */
export type Command = (...parameters: unknown[]) => number;

/** Prepares a query. */
export function query<Row extends unknown[]>(connection: Connection, sql: string): Query<Row> {
  const statement = connection.prepare(sql).raw();
  return {
    all: (...parameters) => statement.all(parameters) as Row[],
    first: (...parameters) => statement.get(parameters) as Row | undefined,
  };
}

/** Prepares a change. */
export function command(connection: Connection, sql: string): Command {
  const statement = connection.prepare(sql);
  return (...parameters) => Number(statement.run(parameters).lastInsertRowid);
}
