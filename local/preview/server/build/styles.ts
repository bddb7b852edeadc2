import type { BundledComponent } from '../../shared/app-bundle';
import type { ComponentGraph } from './component-graph';
import type { Problems } from './problems';
import type { SourceTree } from './source-tree';
import type { StyleTarget } from './style-selectors';
import { StylesheetReader } from './stylesheet';

/** All WXSS as one stylesheet: the app's, then components (dependencies first), then pages. */
export const compileStyles = (tree: SourceTree, graph: ComponentGraph, problems: Problems): string => {
  const reader = new StylesheetReader(tree, problems);
  const parts = [reader.read('app.wxss', { kind: 'app' })];
  const entries = [...graph.components];
  for (const wanted of [false, true]) {
    for (const [id, component] of entries) {
      if (component.isPage !== wanted) continue;
      parts.push(reader.read(`${id}.wxss`, targetOf(id, component)));
    }
  }
  return parts.filter((part) => part !== '').join('\n');
};

const targetOf = (id: string, { isPage, scope, config }: BundledComponent): StyleTarget => {
  if (isPage) return { kind: 'page', route: id };
  return config.styleIsolation === 'shared' ? { kind: 'shared' } : { kind: 'component', scope };
};
