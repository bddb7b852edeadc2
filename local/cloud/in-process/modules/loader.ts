import { dirname } from 'node:path';
import { AMBIENT_NAMES, type Ambient } from '../program/ambient';
import { compiledFile, jsonFile, type Factory } from './compiled';
import type { Resolver } from './resolve';

interface Module {
  exports: unknown;
  id: string;
  filename: string;
  loaded: boolean;
  children: Module[];
  paths: string[];
}

/** Loads modules for one program: each of them evaluated anew, surrounded by what is the program's own. */
export class Loader {
  readonly #resolver: Resolver;
  readonly #modules: Record<string, () => unknown>;
  readonly #builtins = new Map<string, unknown>();
  readonly #ambient: unknown[];
  readonly #cache = new Map<string, Module>();

  constructor(resolver: Resolver, { globals, modules }: Ambient) {
    this.#resolver = resolver;
    this.#modules = modules;
    this.#ambient = AMBIENT_NAMES.map((name) => globals[name]);
  }

  /** The module of an absolute path; the same one again when it was loaded before. */
  load(path: string): unknown {
    const known = this.#cache.get(path);
    if (known !== undefined) return known.exports;
    const made = this.#remember(path);
    try {
      if (path.endsWith('.json')) made.exports = JSON.parse(jsonFile(path));
      else this.#evaluate(made, compiledFile(path));
    } catch (error) {
      // As in Node: a module that failed is tried again by whoever needs it next.
      this.#cache.delete(path);
      throw error;
    }
    return made.exports;
  }

  /** Evaluates a module that was compiled from code and lies at this path as far as it can tell. */
  evaluate(factory: Factory, path: string): unknown {
    const made = this.#remember(path);
    this.#evaluate(made, factory);
    return made.exports;
  }

  #remember(path: string): Module {
    const made = { exports: {}, id: path, filename: path, loaded: false, children: [], paths: [] };
    this.#cache.set(path, made);
    return made;
  }

  #evaluate(module: Module, factory: Factory): void {
    const { filename } = module;
    const body = factory(...this.#ambient);
    body.call(module.exports, module.exports, this.#requireOf(filename), module, filename, dirname(filename));
    module.loaded = true;
  }

  #builtin(name: string): unknown {
    const known = this.#builtins.get(name);
    if (known !== undefined) return known;
    const make = Object.hasOwn(this.#modules, name) ? this.#modules[name] : undefined;
    const made = make === undefined ? this.#resolver.shared(`node:${name}`) : make();
    this.#builtins.set(name, made);
    return made;
  }

  #requireOf(from: string): object {
    const require = (id: string): unknown => {
      const target = this.#resolver.resolve(from, id);
      if (target.kind === 'own') return this.load(target.path);
      if (target.kind === 'shared') return this.#resolver.shared(target.path);
      return this.#builtin(target.name);
    };
    const resolve = (id: string): string => {
      const target = this.#resolver.resolve(from, id);
      return target.kind === 'builtin' ? target.name : target.path;
    };
    return Object.assign(require, { resolve, cache: {}, extensions: {}, main: undefined });
  }
}
