import { builtInOf } from './built-in-registry';
import { elementOf, nodeAround, type Caller, type EngineComponent, type EngineNode } from './engine';
import type { FoundNode, NodeSearch } from './interfaces';
import type { WeChatBehaviors } from './wechat-behaviors';

/** Where searches without a scope look, and how form fields are told. */
export interface SearchContext {
  currentPage(): Caller | undefined;
  viewport(): HTMLElement;
  behaviors(): WeChatBehaviors;
}

/** Selector search over the framework's tree (`.class`, `#id`, `a > b`, `a b`, `>>>`, `,`). */
export const createNodeSearch = (context: SearchContext): NodeSearch => {
  const selectAll = (scope: unknown, selector: string): FoundNode[] => {
    const root = rootOf(scope) ?? rootOf(context.currentPage());
    if (!root) return [];
    return selector
      .split(',')
      .flatMap((part) => root.querySelectorAll(part.trim()))
      .flatMap(describe);
  };
  return {
    selectAll,
    select: (scope, selector) => selectAll(scope, selector)[0] ?? null,
    viewport: () => context.viewport(),
    builtIn: builtInOf,
    formField: (element) => builtInField(element) ?? componentField(element, context.behaviors()),
  };
};

const rootOf = (scope: unknown): ReturnType<EngineComponent['getShadowRoot']> => {
  if (typeof scope !== 'object' || scope === null) return null;
  const component = (scope as Partial<Caller>)._$ ?? (scope as EngineComponent);
  return typeof component.getShadowRoot === 'function' ? component.getShadowRoot() : null;
};

const describe = (node: EngineNode): FoundNode[] => {
  const element = elementOf(node);
  if (element === undefined) return [];
  const props: Record<string, unknown> = node.asGeneralComponent()?.data ?? {};
  return [
    {
      element,
      id: node.id,
      dataset: node.dataset,
      mark: node.collectMarks(),
      props,
      queryNode: () => builtInOf(element)?.controller.queryNode?.(),
    },
  ];
};

const builtInField = (element: Element): ReturnType<NodeSearch['formField']> => {
  const entry = builtInOf(element);
  if (!entry?.controller.formValue) return undefined;
  const { node, controller } = entry;
  const name = node.props.name;
  return {
    name: typeof name === 'string' ? name : '',
    value: controller.formValue?.(),
    reset: () => controller.formReset?.(),
  };
};

const componentField = (
  element: Element,
  behaviors: WeChatBehaviors,
): ReturnType<NodeSearch['formField']> => {
  const component = nodeAround(element)?.asGeneralComponent();
  if (!component || elementOf(component) !== element) return undefined;
  const field = (behaviors.formField as { _$: Parameters<EngineComponent['hasBehavior']>[0] })._$;
  if (!component.hasBehavior(field)) return undefined;
  const { name, value } = component.data as Record<string, unknown>;
  return {
    name: typeof name === 'string' ? name : '',
    value,
    reset: () => component.setData({ value: '' }),
  };
};
