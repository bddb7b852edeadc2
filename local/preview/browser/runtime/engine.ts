import * as adapter from 'glass-easel-miniprogram-adapter';

/** WeChat's open-source component framework, as its mini-program adapter carries it. */
export const { glassEasel } = adapter;
export const { MiniProgramEnv } = adapter;

export type EngineNode = adapter.glassEasel.Element;
export type EngineComponent = adapter.glassEasel.GeneralComponent;
export type EngineSpace = adapter.glassEasel.ComponentSpace;
export type EngineTemplate = adapter.glassEasel.template.ComponentTemplate;
export type CodeSpace = adapter.CodeSpace;
export type AssociatedBackend = adapter.AssociatedBackend;
export type EngineRoot = adapter.Root;

/** The `this` of the app's pages and components: its members are the app's own, hence unknown. */
export interface Caller extends Record<string, unknown> {
  /** The framework's component behind the instance. */
  _$: EngineComponent;
  data: Record<string, unknown>;
  setData(data: Record<string, unknown>, callback?: () => void): void;
}

/** Prototype of every `Caller`; WeChat's instance methods that the adapter lacks are added to it. */
export const callerPrototype = (adapter.component.ComponentCaller as unknown as { prototype: Caller })
  .prototype;

/** The framework's node that a DOM element, or the nearest element around it, belongs to. */
export const nodeAround = (target: EventTarget | null): EngineNode | undefined => {
  let at = target instanceof Node ? target : null;
  for (; at !== null; at = at.parentNode) {
    const node = (at as { __wxElement?: EngineNode }).__wxElement;
    if (node !== undefined) return node;
  }
  return undefined;
};

/** The element a framework node is drawn with; none for virtual hosts. */
export const elementOf = (node: EngineNode): HTMLElement | undefined =>
  (node.$$ as unknown as HTMLElement | null) ?? undefined;
