import path from 'node:path';
import { TmplGroup } from 'glass-easel-template-compiler';
import type { ComponentGraph } from './component-graph';
import type { Problems } from './problems';
import { resolveFrom, type SourceTree } from './source-tree';
import { checkWxml, renameBuiltIns } from './wxml-source';
import { wxsPrelude, wxsToJavaScript } from './wxs-source';

/** What the compiler reports about a template; lines count from 0. */
interface TemplateRemark {
  isError: boolean;
  message: string;
  startLine: number;
}

/** The compiler warns of these, WeChat accepts them. */
const harmless = /invalid attribute prefix|unknown.*meta|unneeded|duplicated? attr/i;

/** Compiles every template of the graph; the answer is a JavaScript expression (path → template). */
export const compileTemplates = (tree: SourceTree, graph: ComponentGraph, problems: Problems): string => {
  const compiler = new TemplateCompiler(tree, problems);
  for (const [id, { config }] of graph.components) {
    const known = new Set([
      ...Object.keys(config.usingComponents ?? {}),
      ...Object.keys(config.componentGenerics ?? {}),
    ]);
    compiler.add(id, (tag) => known.has(tag));
  }
  return compiler.finish();
};

class TemplateCompiler {
  private readonly group = new TmplGroup();
  private readonly added = new Set<string>();

  constructor(
    private readonly tree: SourceTree,
    private readonly problems: Problems,
  ) {}

  add(id: string, known: (tag: string) => boolean): void {
    const file = `${id}.wxml`;
    const source = this.tree.read(file);
    if (source === undefined) {
      if (!this.added.has(id)) this.problems.add(file, 'is missing');
      return;
    }
    checkWxml({ file, source, known }, this.problems);
    if (this.added.has(id)) return;
    this.added.add(id);
    for (const remark of this.group.addTmpl(id, renameBuiltIns(source)) as TemplateRemark[]) {
      if (remark.isError || !harmless.test(remark.message)) {
        this.problems.add(file, remark.message, remark.startLine + 1);
      }
    }
    for (const name of this.group.getInlineScriptModuleNames(id) as string[]) {
      this.group.setInlineScript(id, name, wxsToJavaScript(this.group.getInlineScript(id, name)));
    }
    for (const dependency of this.group.getDirectDependencies(id) as string[]) this.add(dependency, known);
    for (const script of this.group.getScriptDependencies(id) as string[]) this.addScript(script, file);
  }

  finish(): string {
    const expression = this.group.getTmplGenObjectGroups();
    this.group.free();
    return `(function(){${wxsPrelude}return ${expression}})()`;
  }

  private addScript(id: string, user: string): void {
    if (this.added.has(`${id}.wxs`)) return;
    this.added.add(`${id}.wxs`);
    const source = this.tree.read(`${id}.wxs`);
    if (source === undefined) {
      this.problems.add(user, `"${id}.wxs" is not found`);
      return;
    }
    this.group.addScript(id, wxsToJavaScript(source));
    for (const match of source.matchAll(/require\(\s*['"](.*?)(?:\.wxs)?['"]\s*\)/g)) {
      this.addScript(resolveFrom(path.posix.dirname(id), match[1] ?? ''), `${id}.wxs`);
    }
  }
}
