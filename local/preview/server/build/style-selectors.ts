import selectorParser from 'postcss-selector-parser';
import { builtInTags } from '../../shared/built-in-tags';

const builtIn = new Set(builtInTags);

/** Where a stylesheet applies: everywhere, on one page, or inside one component. */
export type StyleTarget =
  | { kind: 'app' }
  | { kind: 'page'; route: string }
  | { kind: 'component'; scope: string }
  | { kind: 'shared' };

/**
 * Rewrites a WXSS selector for the target. Scoping adds no specificity (`:where`), since in WeChat an
 * isolated class is as strong as a plain one.
 */
export const rewriteSelector = (selector: string, target: StyleTarget): string =>
  selectorParser((root) => {
    root.walkTags((tag) => {
      if (builtIn.has(tag.value)) tag.value = `wx-${tag.value}`;
    });
    root.walkPseudos((pseudo) => {
      if (pseudo.value === ':host') pseudo.replaceWith(selectorParser.tag({ value: hostOf(target) }));
    });
    if (target.kind === 'component') {
      root.walkClasses((name) => {
        name.value = `${target.scope}--${name.value}`;
      });
    }
    if (target.kind === 'page') root.each((one) => scopeToPage(one, target.route));
  }).processSync(selector);

const hostOf = (target: StyleTarget): string =>
  target.kind === 'component' ? `:where([wx-host="${target.scope}"])` : ':where(page)';

const scopeToPage = (selector: selectorParser.Selector, route: string): void => {
  const where = `:where([data-route="${route}"])`;
  const pages = selector.nodes.filter((node) => node.type === 'tag' && node.value === 'page');
  for (const page of pages) page.value = `page${where}`;
  if (pages.length > 0) return;
  const { before } = selector.first.spaces;
  selector.first.spaces.before = '';
  selector.prepend(selectorParser.tag({ value: `${where} `, spaces: { before, after: '' } }));
};
