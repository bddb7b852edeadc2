import { build, type Plugin } from 'esbuild';
import path from 'node:path';
import { domainOwners } from './domain-owners';
import type { FileTree } from './file-tree';
import { npmOutputOf, outputOf, relativeRequire, resolveImport, tablePath, toPosix } from './script-paths';

export interface ClientScripts {
  /** Below dist/miniprogram. */
  readonly files: FileTree;
  /** Npm imports found in the sources, each once. */
  readonly npm: ReadonlySet<string>;
  readonly problems: readonly string[];
}

interface Options {
  readonly root: string;
  /** Sources below the root to begin with; the domain files they import are found on the way. */
  readonly sources: readonly string[];
  readonly define: Readonly<Record<string, string>>;
}

/** Transpiles file by file: each source stays a file of its own, so that it stays in its own package. */
export async function emitClientScripts(options: Options): Promise<ClientScripts> {
  const files: FileTree = new Map();
  const seen = new Set(options.sources);
  const npm = new Set<string>();
  const problems: string[] = [];
  const owners = domainOwners(options.root, options.sources);
  const place = (file: string): string => {
    const owner = owners.get(file);
    return owner === undefined ? outputOf(file) : `${owner}/${outputOf(file)}`;
  };
  for (let round = [...options.sources]; round.length > 0;) {
    const next: string[] = [];
    const links = linkPlugin(options.root, {
      place,
      source: (file) => {
        if (!seen.has(file)) next.push(file);
        seen.add(file);
      },
      npm: (specifier) => npm.add(specifier),
      problem: (text) => problems.push(text),
    });
    for (const [name, contents] of await transpile(options, { sources: round, links, place }))
      files.set(name, contents);
    round = next;
  }
  return { files, npm, problems };
}

interface Round {
  readonly sources: readonly string[];
  readonly links: Plugin;
  readonly place: (file: string) => string;
}

async function transpile(options: Options, { sources, links, place }: Round): Promise<FileTree> {
  const { outputFiles } = await build({
    absWorkingDir: options.root,
    entryPoints: sources.map((file) => ({
      in: path.join(options.root, file),
      out: place(file).slice(0, -3),
    })),
    outdir: path.join(options.root, 'out'),
    write: false,
    bundle: true,
    format: 'cjs',
    platform: 'neutral',
    target: 'es2018',
    charset: 'utf8',
    minifyWhitespace: true,
    minifySyntax: true,
    // Local names only: what is exported, and every key of a page, keeps its name.
    minifyIdentifiers: true,
    define: options.define,
    tsconfig: path.join(options.root, 'tsconfig.base.json'),
    // Tables of the sources become text in the script that names them, so they lie in its package.
    loader: { '.tsv': 'text' },
    plugins: [links],
    logLevel: 'silent',
  });
  const out = path.join(options.root, 'out');
  return new Map(outputFiles.map((file) => [toPosix(path.relative(out, file.path)), file.contents]));
}

interface Found {
  /** Where a source lies below dist/miniprogram. */
  readonly place: (file: string) => string;
  source(file: string): void;
  npm(specifier: string): void;
  problem(text: string): void;
}

/** Turns every import into a relative require of the file it becomes. */
function linkPlugin(root: string, found: Found): Plugin {
  return {
    name: 'links',
    setup(plugin) {
      plugin.onResolve({ filter: /.*/ }, (args) => {
        // Resolving entries here keeps the root's "type": "module" from changing how default imports are read.
        if (args.kind === 'entry-point') return { path: args.path };
        const importer = toPosix(path.relative(root, args.importer));
        if (args.path.endsWith('.tsv')) return { path: tablePath(root, args.importer, args.path) };
        const target = resolveImport(root, args.importer, args.path);
        if (target.kind === 'forbidden') {
          found.problem(`${importer}: ${target.reason}`);
          return { path: args.path, external: true };
        }
        if (target.kind === 'source') found.source(target.file);
        else found.npm(target.specifier);
        const to = target.kind === 'source' ? found.place(target.file) : npmOutputOf(target.specifier);
        return { path: relativeRequire(found.place(importer), to), external: true };
      });
    },
  };
}
