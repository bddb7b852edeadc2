import { elementOf, type EngineComponent, type EngineSpace } from './engine';
import type { BuiltInComponent, BuiltInController, BuiltInNode, PhoneHost } from './interfaces';

/** A built-in element of the page with the controller its component made for it. */
export interface BuiltInEntry {
  node: BuiltInNode;
  controller: BuiltInController;
}

const entries = new WeakMap<Element, BuiltInEntry>();

/** The built-in that draws exactly this element. */
export const builtInOf = (element: Element): BuiltInEntry | undefined => entries.get(element);

/** False where the element, or a built-in around it, swallows taps. */
export const acceptsTap = (target: Element): boolean => {
  for (let at: Element | null = target; at !== null; at = at.parentElement) {
    if (entries.get(at)?.controller.acceptsTap?.() === false) return false;
  }
  return true;
};

/** Makes `<wx-TAG>` known to every component of the space. */
export const registerBuiltIn = (space: EngineSpace, component: BuiltInComponent, host: PhoneHost): void => {
  const names = Object.keys(component.properties ?? {});
  const instances = new WeakMap<EngineComponent, BuiltInInstance>();
  const definition = space.defineComponent({
    is: `wx://${component.tag}`,
    options: { writeFieldsToNode: false },
    properties: component.properties ?? {},
    observers: names.map((name) => ({
      fields: name,
      observer(this: unknown, value: unknown) {
        instances.get(this as EngineComponent)?.changed(name, value);
      },
    })),
    lifetimes: {
      created(this: unknown) {
        const self = this as EngineComponent;
        instances.set(self, new BuiltInInstance(self, component, host));
      },
      attached(this: unknown) {
        instances.get(this as EngineComponent)?.attached();
      },
      detached(this: unknown) {
        instances.get(this as EngineComponent)?.controller.detached?.();
      },
    },
  });
  space.setGlobalUsingComponent(`wx-${component.tag}`, definition.general());
};

class BuiltInInstance implements BuiltInNode {
  readonly tag: string;
  readonly element: HTMLElement;
  readonly controller: BuiltInController;
  private readonly seen = new Map<string, unknown>();
  private silent = false;

  constructor(
    private readonly component: EngineComponent,
    private readonly builtIn: BuiltInComponent,
    host: PhoneHost,
  ) {
    const element = elementOf(component);
    if (element === undefined) throw new Error(`<${builtIn.tag}> has no element`);
    this.tag = builtIn.tag;
    this.element = element;
    this.controller = builtIn.create?.(this, host) ?? {};
    entries.set(element, { node: this, controller: this.controller });
  }

  get props(): Readonly<Record<string, unknown>> {
    return this.component.data;
  }

  fire(name: string, detail: unknown = {}, options: { bubbles?: boolean; composed?: boolean } = {}): void {
    this.component.triggerEvent(name, detail, options);
  }

  setProp(name: string, value: unknown): void {
    this.silent = true;
    try {
      this.component.setData({ [name]: value });
    } finally {
      this.silent = false;
    }
  }

  changed(name: string, value: unknown): void {
    const known = this.seen.has(name) && Object.is(this.seen.get(name), value);
    this.seen.set(name, value);
    if (!this.silent && !known) this.controller.changed?.(name, value);
  }

  attached(): void {
    for (const name of Object.keys(this.builtIn.properties ?? {})) {
      if (!this.seen.has(name)) this.changed(name, this.component.data[name]);
    }
    this.controller.attached?.();
  }
}
