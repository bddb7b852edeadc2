import type { ComponentConfig } from '../../shared/app-bundle';
import type { WeChatBehaviors } from './wechat-behaviors';

/** A definition as the app passes it to `Component`, `Page` or `Behavior`. */
export type Definition = Record<string, unknown>;

/** These belong to every node; as properties of a component they clash with the framework's own. */
const reserved = ['id', 'dataset', 'style', 'class', 'slot'];

/** Turns what WeChat accepts into what the framework accepts; `config` is the component's JSON. */
export const guardDefinition = (
  definition: Definition,
  behaviors: WeChatBehaviors,
  config?: ComponentConfig,
): Definition => {
  const guarded = { ...definition };
  if (isRecord(guarded.properties)) guarded.properties = withoutReserved(guarded.properties);
  if (Array.isArray(guarded.behaviors)) guarded.behaviors = guarded.behaviors.map(resolver(behaviors));
  if (config && isRecord(guarded.options)) takeStyleOptions(guarded.options, config);
  return guarded;
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const withoutReserved = (properties: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(properties).filter(([name]) => !reserved.includes(name)));

const resolver =
  (behaviors: WeChatBehaviors) =>
  (behavior: unknown): unknown => {
    if (typeof behavior !== 'string') return behavior;
    const found = behaviors.find(behavior);
    if (found === undefined) throw new Error(`WeChat has no behavior "${behavior}"`);
    return found;
  };

/** Style isolation may stand in the script as well; the framework reads it from the JSON alone. */
const takeStyleOptions = (options: Record<string, unknown>, config: ComponentConfig): void => {
  const { styleIsolation, addGlobalClass } = options;
  if (config.styleIsolation === undefined && typeof styleIsolation === 'string') {
    if (styleIsolation === 'shared') {
      throw new Error('styleIsolation "shared" must stand in the component\'s JSON to be previewed');
    }
    config.styleIsolation = styleIsolation;
  }
  if (addGlobalClass === true) config.addGlobalClass ??= true;
};
