import { createRequire, isBuiltin } from 'node:module';
import { join } from 'node:path';

/** Where a required name leads. */
export type Target =
  | { kind: 'builtin'; name: string }
  /** Loaded once by Node itself and shared by all programs. */
  | { kind: 'shared'; path: string }
  | { kind: 'own'; path: string };

/**
 * Packages that keep nothing of a program and touch neither its time, its variables nor its network:
 * loading them once saves most of a cold start. Native code and ES modules are shared for want of a
 * way to load them twice.
 */
const SHARED_BY_ALL = new Set([
  '@mongodb-js/saslprep',
  'async-function',
  'async-generator-function',
  'bignumber.js',
  'bson',
  'call-bind-apply-helpers',
  'dunder-proto',
  'es-define-property',
  'es-errors',
  'es-object-atoms',
  'es-set-tostringtag',
  'esbuild',
  'function-bind',
  'generator-function',
  'get-intrinsic',
  'get-proto',
  'gopd',
  'has-symbols',
  'has-tostringtag',
  'hasown',
  'json-bigint',
  'libsql',
  'lodash.clonedeep',
  'lodash.includes',
  'lodash.isboolean',
  'lodash.isinteger',
  'lodash.isnumber',
  'lodash.isplainobject',
  'lodash.isstring',
  'lodash.set',
  'lodash.unset',
  'long',
  'math-intrinsics',
  'mime-db',
  'mime-types',
  'sax',
  'semver',
  'web-streams-polyfill',
  'xmlbuilder',
]);

const PACKAGE = /^.*[\\/]node_modules[\\/](@[^\\/]+[\\/][^\\/]+|[^\\/]+)/;

const packageOf = (path: string): string | undefined => PACKAGE.exec(path)?.[1]?.replace('\\', '/');

/** Finds modules as Node does; what lies outside of the checkout finds its packages in the checkout. */
export class Resolver {
  readonly #known = new Map<string, Target>();
  readonly #shared = new Map<string, unknown>();
  readonly #fallback: NodeJS.Require;

  constructor(readonly root: string) {
    this.#fallback = createRequire(join(root, 'package.json'));
  }

  resolve(from: string, id: string): Target {
    const key = `${from}\0${id}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const target = this.#find(from, id);
    this.#known.set(key, target);
    return target;
  }

  /** The shared module of a path or of Node itself. */
  shared(path: string): unknown {
    // Node looks for the file anew each time it is asked.
    if (!this.#shared.has(path)) this.#shared.set(path, this.#fallback(path));
    return this.#shared.get(path);
  }

  #find(from: string, id: string): Target {
    if (isBuiltin(id)) return { kind: 'builtin', name: id.replace(/^node:/, '') };
    const path = this.#path(from, id);
    const name = packageOf(path);
    const shared = /\.(mjs|node)$/.test(path) || (name !== undefined && SHARED_BY_ALL.has(name));
    return { kind: shared ? 'shared' : 'own', path };
  }

  #path(from: string, id: string): string {
    try {
      return createRequire(from).resolve(id);
    } catch (error) {
      try {
        return this.#fallback.resolve(id);
      } catch {
        throw error;
      }
    }
  }
}
