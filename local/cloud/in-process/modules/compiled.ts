import { readFileSync, statSync } from 'node:fs';
import { Script } from 'node:vm';
import { AMBIENT_NAMES } from '../program/ambient';

/** The body of a module, made anew for each program: given its surroundings, a function of CommonJS. */
export type Factory = (...ambient: unknown[]) => (...commonJs: unknown[]) => void;

// Two functions, so that a module may declare `const crypto` itself although the name is given to it.
const wrap = (code: string): string => {
  const body = code.startsWith('#!') ? `//${code}` : code;
  const inner = `(function (exports, require, module, __filename, __dirname) {${body}\n})`;
  return `(function (${AMBIENT_NAMES.join(', ')}) { return ${inner}; })`;
};

/** Compiles the code of a module; the names of its surroundings are parameters of the result. */
export function compile(code: string, filename: string): Factory {
  return new Script(wrap(code), { filename }).runInThisContext() as Factory;
}

interface Read<T> {
  version: string;
  made: T;
}

const factories = new Map<string, Read<Factory>>();
const jsons = new Map<string, Read<string>>();

// Packages do not change while a process runs; what is built may.
const versionOf = (path: string): string => {
  if (path.includes('node_modules')) return '';
  const { mtimeMs, size } = statSync(path);
  return `${mtimeMs} ${size}`;
};

function read<T>(known: Map<string, Read<T>>, path: string, make: (text: string) => T): T {
  const version = versionOf(path);
  const found = known.get(path);
  if (found?.version === version) return found.made;
  const made = make(readFileSync(path, 'utf8'));
  known.set(path, { version, made });
  return made;
}

/** The compiled module of a file, compiled once until the file changes. */
export function compiledFile(path: string): Factory {
  return read(factories, path, (text) => compile(text, path));
}

/** The text of a JSON file. */
export function jsonFile(path: string): string {
  return read(jsons, path, (text) => text);
}
