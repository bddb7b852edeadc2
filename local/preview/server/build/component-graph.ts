import path from 'node:path';
import { builtInTags } from '../../shared/built-in-tags';
import type { AppConfig, BundledComponent, ComponentConfig } from '../../shared/app-bundle';
import { npmCandidates, withIndex } from './npm-lookup';
import type { Problems } from './problems';
import { resolveFrom, type SourceTree } from './source-tree';

/** Every page and component that can be reached from app.json, dependencies before their users. */
export interface ComponentGraph {
  config: AppConfig;
  pages: string[];
  components: Map<string, BundledComponent>;
}

/** Routes of app.json in order, subpackages last. */
export const pageRoutes = (config: AppConfig): string[] => [
  ...config.pages,
  ...[...(config.subPackages ?? []), ...(config.subpackages ?? [])].flatMap(({ root, pages }) =>
    pages.map((page) => path.posix.join(root, page)),
  ),
];

/** Reads app.json and follows `usingComponents` from every page. */
export const readComponentGraph = (tree: SourceTree, problems: Problems): ComponentGraph => {
  const config = { pages: [], ...tree.readJson('app.json', problems) } as AppConfig;
  if (!tree.isFile('app.json')) problems.add('app.json', 'is missing: is this a built mini program?');
  const pages = pageRoutes(config);
  const walker = new GraphWalker(tree, problems, config.usingComponents ?? {});
  walker.visitAll('app.json', '.', config.usingComponents ?? {});
  if (config.tabBar?.custom) walker.visit('custom-tab-bar/index', false);
  for (const page of pages) walker.visit(page, true);
  return { config, pages, components: walker.components };
};

class GraphWalker {
  readonly components = new Map<string, BundledComponent>();
  private readonly open = new Set<string>();
  private readonly appWide: Record<string, string>;

  constructor(
    private readonly tree: SourceTree,
    private readonly problems: Problems,
    appComponents: Record<string, string>,
  ) {
    this.appWide = this.resolveAll('.', appComponents);
  }

  visit(id: string, isPage: boolean): void {
    if (this.components.has(id) || this.open.has(id)) return;
    this.open.add(id);
    for (const extension of ['.wxml', '.js']) {
      if (!this.tree.isFile(id + extension)) this.problems.add(id + extension, 'is missing');
    }
    const file = `${id}.json`;
    const own = this.tree.readJson(file, this.problems) as ComponentConfig;
    const folder = path.posix.dirname(id);
    this.visitAll(file, folder, { ...own.usingComponents, ...genericDefaults(own) });
    const usingComponents = { ...this.appWide, ...this.resolveAll(folder, own.usingComponents ?? {}) };
    this.components.set(id, {
      config: { ...own, usingComponents, ...this.genericsOf(folder, own) },
      isPage,
      scope: `c${this.components.size}`,
    });
  }

  /** Visits the targets of a `usingComponents` table of `file`. */
  visitAll(file: string, folder: string, table: Record<string, string>): void {
    for (const [tag, target] of Object.entries(table)) {
      const id = this.resolve(folder, target);
      if (id !== undefined) this.visit(id, false);
      else this.problems.add(file, `usingComponents: "${tag}" is not found at "${target}"`);
      if (builtInTags.includes(tag)) this.problems.add(file, `"${tag}" is the name of a built-in component`);
    }
  }

  /** Absolute ids (`/a/b`), so that they mean the same from every folder. */
  private resolveAll(folder: string, table: Record<string, string>): Record<string, string> {
    return Object.fromEntries(
      Object.entries(table).map(([tag, target]) => [tag, `/${this.resolve(folder, target) ?? target}`]),
    );
  }

  private resolve(folder: string, target: string): string | undefined {
    const bases = [resolveFrom(folder, target)];
    if (!/^[./]/.test(target)) bases.push(...npmCandidates(folder, target));
    for (const base of bases) {
      const found = withIndex(this.tree, base, '.json') ?? withIndex(this.tree, base, '.wxml');
      if (found !== undefined) return found;
    }
    return undefined;
  }

  private genericsOf(folder: string, config: ComponentConfig): Pick<ComponentConfig, 'componentGenerics'> {
    if (config.componentGenerics === undefined) return {};
    const defaults = this.resolveAll(folder, genericDefaults(config));
    const entries = Object.entries(config.componentGenerics).map(([name, value]) => {
      const target = defaults[name];
      return [name, target === undefined ? value : { default: target }] as const;
    });
    return { componentGenerics: Object.fromEntries(entries) };
  }
}

const genericDefaults = (config: ComponentConfig): Record<string, string> =>
  Object.fromEntries(
    Object.entries(config.componentGenerics ?? {}).flatMap(([name, value]) =>
      typeof value === 'object' && value.default !== undefined ? [[name, value.default]] : [],
    ),
  );
