import type { CodeSpace } from './engine';

/** Behaviors that components name by string; `registerWeChatBehaviors` makes them for one space. */
export interface WeChatBehaviors {
  /** The behavior of a `wx://` name, or undefined where WeChat has none of that name. */
  find(name: string): unknown;
  readonly formField: unknown;
}

/** `wx://form-field` gives a component `name` and `value`; the others carry nothing of their own here. */
export const registerWeChatBehaviors = (space: CodeSpace): WeChatBehaviors => {
  const empty = space.behavior().definition({}).register();
  const formField = space
    .behavior()
    .definition({ properties: { name: String, value: null } })
    .register();
  const table: Record<string, unknown> = {
    'wx://form-field': formField,
    'wx://form-field-group': empty,
    'wx://form-field-button': empty,
    'wx://component-export': empty,
  };
  return { find: (name) => table[name], formField };
};
