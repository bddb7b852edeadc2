import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isTriggerPath } from './trigger-path';

/** A trigger as a function's config.json declares it. */
export interface TriggerConfig {
  name: string;
  type: string;
  /** Seven cron fields: second minute hour day month weekday year. */
  config: string;
}

/** A deployed function: a folder with index.js, and config.json where it needs one. */
export interface DeployedFunction {
  name: string;
  /** Absolute path of the module that exports `main`. */
  module: string;
  triggers: TriggerConfig[];
  /** Names of the open interfaces the function may call. */
  openapi: string[];
  /** Path below which it is reachable over HTTP; undefined where it is not. */
  httpPath?: string;
}

/** The functions of one folder, read anew at each reload. */
export interface Catalog {
  find(name: string): DeployedFunction | undefined;
  list(): DeployedFunction[];
  reload(): void;
}

// CloudBase: letters, digits, - and _, beginning with a letter, at most 60 characters.
const FUNCTION_NAME = /^[A-Za-z][\w-]{0,59}$/;

interface ConfigFile {
  triggers?: TriggerConfig[];
  permissions?: { openapi?: string[] };
  /** The local cloud's own key: on the platform a trigger path is set in the console. */
  http?: { path?: unknown };
}

const readConfig = (path: string): ConfigFile => {
  if (!existsSync(path)) return {};
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as ConfigFile;
  } catch (error) {
    throw new Error(`${path} is not JSON`, { cause: error });
  }
};

const readFunction = (directory: string, name: string): DeployedFunction | undefined => {
  const module = join(directory, name, 'index.js');
  if (!FUNCTION_NAME.test(name) || !existsSync(module)) return undefined;
  const { triggers = [], permissions = {}, http } = readConfig(join(directory, name, 'config.json'));
  const path = http?.path;
  if (path !== undefined && !isTriggerPath(path)) throw new Error(`${name}: http.path is not a path`);
  const { openapi = [] } = permissions;
  return { name, module, triggers, openapi, ...(path === undefined ? {} : { httpPath: path }) };
};

/** Reads `<directory>/<name>/{index.js,config.json}`; a folder without index.js is not a function. */
export function openCatalog(directory: string): Catalog {
  let functions = new Map<string, DeployedFunction>();
  // A folder that cannot be read leaves the functions as they were.
  const reload = (): void => {
    const entries = existsSync(directory) ? readdirSync(directory, { withFileTypes: true }) : [];
    const found = entries.flatMap((entry) => {
      const one = entry.isDirectory() ? readFunction(directory, entry.name) : undefined;
      return one === undefined ? [] : [one];
    });
    functions = new Map(found.map((one) => [one.name, one]));
  };
  reload();
  return { find: (name) => functions.get(name), list: () => [...functions.values()], reload };
}
