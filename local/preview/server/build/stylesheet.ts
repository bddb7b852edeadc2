import path from 'node:path';
import postcss, { type Root } from 'postcss';
import { phoneUnits } from '../../shared/phone-units';
import type { Problems } from './problems';
import { resolveFrom, type SourceTree } from './source-tree';
import { rewriteSelector, type StyleTarget } from './style-selectors';

const address = /url\(\s*(['"]?)(.*?)\1\s*\)/g;

/** Reads WXSS files, follows `@import`, and writes CSS for one target. */
export class StylesheetReader {
  constructor(
    private readonly tree: SourceTree,
    private readonly problems: Problems,
  ) {}

  /** CSS of a WXSS file; empty where the file does not exist. */
  read(file: string, target: StyleTarget): string {
    return this.load(file, target, [])?.toString() ?? '';
  }

  private load(file: string, target: StyleTarget, importers: readonly string[]): Root | undefined {
    const source = this.tree.read(file);
    if (source === undefined) return undefined;
    const root = this.parse(file, source);
    root?.walkAtRules('import', (rule) => {
      const imported = resolveFrom(path.posix.dirname(file), rule.params.replace(/^['"]|['"]$/g, ''));
      const content = importers.includes(imported)
        ? undefined
        : this.load(imported, target, [...importers, file]);
      if (content) rule.replaceWith(content);
      else this.problems.add(file, `@import "${imported}" is not found`, rule.source?.start?.line);
    });
    if (root) this.rewrite(file, root, target);
    return root;
  }

  private parse(file: string, source: string): Root | undefined {
    try {
      return postcss.parse(source, { from: file });
    } catch (error) {
      const { reason, line } = error as { reason?: string; line?: number };
      this.problems.add(file, reason ?? String(error), line);
      return undefined;
    }
  }

  private rewrite(file: string, root: Root, target: StyleTarget): void {
    root.walkRules((rule) => {
      if (rule.source?.input.file !== root.source?.input.file) return;
      if (rule.parent?.type === 'atrule' && /keyframes$/.test((rule.parent as { name: string }).name)) return;
      rule.selector = rewriteSelector(rule.selector, target);
    });
    root.walkDecls((declaration) => {
      if (declaration.source?.input.file !== root.source?.input.file) return;
      this.checkAddresses(file, declaration.value, declaration.source?.start?.line);
      declaration.value = phoneUnits(declaration.value);
    });
    root.walkAtRules('media', (rule) => {
      rule.params = phoneUnits(rule.params);
    });
  }

  private checkAddresses(file: string, value: string, line: number | undefined): void {
    for (const match of value.matchAll(address)) {
      const target = match[2] ?? '';
      if (/^(data:|#)/.test(target)) continue;
      const shown = target.length > 80 ? `${target.slice(0, 80)}…` : target;
      const reason = /^(https?:)?\/\//.test(target)
        ? `loads from outside: ${shown}`
        : `WXSS cannot load local files, use a data: address: ${shown}`;
      this.problems.add(file, reason, line);
    }
  }
}
