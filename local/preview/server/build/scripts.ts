import path from 'node:path';
import { context, type BuildContext, type BuildFailure, type Plugin } from 'esbuild';
import type { ComponentGraph } from './component-graph';
import { npmCandidates } from './npm-lookup';
import type { Problems } from './problems';
import { resolveFrom, type SourceTree } from './source-tree';

/** What a browser or Node has and the mini program's own JavaScript has not. */
const absent = [
  'window',
  'document',
  'navigator',
  'location',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'process',
];

/** What goes into the bundle's entry. */
export interface ScriptInput {
  graph: ComponentGraph;
  templates: string;
}

/** The bundle and its source map. */
export interface ScriptOutput {
  script: string;
  map: string;
}

/** Bundles the scripts of the mini program; kept between builds so that a rebuild is quick. */
export class ScriptBundler {
  private context: BuildContext | undefined;
  private entry = '';

  constructor(private readonly tree: SourceTree) {}

  /** JavaScript that defines `window.__miniProgram`; empty after reporting problems. */
  async bundle(input: ScriptInput, problems: Problems): Promise<ScriptOutput> {
    this.entry = entrySource(this.tree, input);
    this.context ??= await this.createContext();
    try {
      const { outputFiles = [] } = await this.context.rebuild();
      const text = (ending: string): string =>
        outputFiles.find((file) => file.path.endsWith(ending))?.text ?? '';
      return { script: text('.js'), map: text('.map') };
    } catch (failure) {
      for (const { text, location } of (failure as BuildFailure).errors) {
        problems.add(location?.file ?? 'scripts', text, location?.line);
      }
      return { script: '', map: '' };
    }
  }

  async close(): Promise<void> {
    await this.context?.dispose();
    this.context = undefined;
  }

  private createContext(): Promise<BuildContext> {
    return context({
      stdin: { contents: "require('mini-program:entry')", resolveDir: this.tree.root, loader: 'js' },
      absWorkingDir: this.tree.root,
      bundle: true,
      write: false,
      format: 'iife',
      platform: 'browser',
      target: 'es2022',
      charset: 'utf8',
      outfile: 'app.js',
      sourcemap: 'linked',
      logLevel: 'silent',
      define: Object.fromEntries(absent.map((name) => [name, 'undefined'])),
      plugins: [this.resolution()],
    });
  }

  /** WeChat's resolution: relative, from the root, or from the nearest `miniprogram_npm`. */
  private resolution(): Plugin {
    const namespace = 'entry';
    return {
      name: 'mini-program',
      setup: (build) => {
        build.onResolve({ filter: /^mini-program:entry$/ }, ({ path: id }) => ({ path: id, namespace }));
        build.onLoad({ filter: /.*/, namespace }, () => ({
          contents: this.entry,
          loader: 'js',
          resolveDir: this.tree.root,
        }));
        build.onResolve({ filter: /.*/ }, ({ path: target, resolveDir, kind }) => {
          if (kind === 'entry-point') return undefined;
          const found = this.find(path.relative(this.tree.root, resolveDir), target);
          if (found !== undefined) return { path: this.tree.absolute(found) };
          return { errors: [{ text: `"${target}" is not found in the mini program` }] };
        });
      },
    };
  }

  private find(folder: string, target: string): string | undefined {
    const from = folder.split(path.sep).join('/') || '.';
    const bases = /^[./]/.test(target) ? [resolveFrom(from, target)] : npmCandidates(from, target);
    return bases
      .flatMap((base) => [base, `${base}.js`, path.posix.join(base, 'index.js')])
      .find((file) => file.endsWith('.js') && this.tree.isFile(file));
  }
}

const entrySource = (tree: SourceTree, { graph, templates }: ScriptInput): string => {
  const scripts = ['app', ...graph.components.keys()].filter((id) => tree.isFile(`${id}.js`));
  const run = scripts.map(
    (id) => `${JSON.stringify(id)}: function () { require(${JSON.stringify(`./${id}.js`)}); }`,
  );
  return `globalThis.__miniProgram = {
  config: ${JSON.stringify(graph.config)},
  pages: ${JSON.stringify(graph.pages)},
  components: ${JSON.stringify(Object.fromEntries(graph.components))},
  templates: ${templates},
  run: {\n${run.join(',\n')}\n},
};`;
};
