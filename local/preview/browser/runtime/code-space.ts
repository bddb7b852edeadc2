import { builtInTags } from '../../shared/built-in-tags';
import type { AppBundle, BundledComponent, ComponentConfig } from '../../shared/app-bundle';
import { PhoneBackend } from './backend';
import { registerBuiltIn } from './built-in-registry';
import { guardDefinition, type Definition } from './definition-guard';
import {
  MiniProgramEnv,
  type AssociatedBackend,
  type CodeSpace,
  type EngineComponent,
  type EngineRoot,
  type EngineTemplate,
} from './engine';
import type { BuiltInComponent, PhoneHost } from './interfaces';
import { withDomHooks } from './template-hooks';
import { registerWeChatBehaviors, type WeChatBehaviors } from './wechat-behaviors';

type EngineConfig = Parameters<CodeSpace['addComponentStaticConfig']>[1];
type Register = (definition: Definition) => unknown;
type RegistrationGlobals = Record<'Page' | 'Component' | 'Behavior', Register>;

/** The mini program's code: its pages and components, each defined when it is first needed. */
export class MiniProgramCode {
  readonly behaviors: WeChatBehaviors;
  private readonly space: CodeSpace;
  private readonly backend: AssociatedBackend;
  private readonly defined = new Set<string>();

  constructor(
    private readonly bundle: AppBundle,
    builtIns: readonly BuiltInComponent[],
    host: PhoneHost,
  ) {
    const env = new MiniProgramEnv();
    this.space = env.createCodeSpace('', true);
    this.backend = env.associateBackend(new PhoneBackend());
    this.behaviors = registerWeChatBehaviors(this.space);
    this.space.setOverallBehavior(this.readyBehavior());
    this.registerBuiltIns(builtIns, host);
    for (const [id, component] of Object.entries(bundle.components)) {
      this.space.addComponentStaticConfig(id, engineConfig(component));
      this.space.addStyleSheet(id, undefined, component.scope);
      this.space.addCompiledTemplate(id, this.template(id));
    }
  }

  /** Runs the script of a page or component and of everything it uses, once. */
  define(id: string): void {
    const component = this.bundle.components[id];
    if (component === undefined || this.defined.has(id)) return;
    this.defined.add(id);
    const { usingComponents = {}, componentGenerics = {} } = component.config;
    for (const target of Object.values(usingComponents)) this.define(target.slice(1));
    for (const generic of Object.values(componentGenerics)) {
      if (typeof generic === 'object' && generic.default !== undefined) this.define(generic.default.slice(1));
    }
    this.run(id);
  }

  /** A new root of a page or of the custom tab bar, not yet attached. */
  createRoot(tag: string, id: string): EngineRoot {
    this.define(id);
    return this.backend.createRoot(tag, this.space, `/${id}`);
  }

  /** Runs a script that defines nothing by itself (`app`). */
  runScript(id: string): void {
    this.run(id);
  }

  private run(id: string): void {
    const failure: { error?: unknown } = {};
    this.space.globalComponentEnv(window, id, () => {
      const globals = window as unknown as RegistrationGlobals;
      // The framework keeps its own copy of the JSON; style options of the script go there.
      const config = this.space.getComponentStaticConfig(id) as ComponentConfig | undefined;
      const { Component, Behavior, Page } = globals;
      globals.Component = (definition) => Component(guardDefinition(definition, this.behaviors, config));
      globals.Page = (definition) => Page(guardDefinition(definition, this.behaviors));
      globals.Behavior = (definition) => Behavior(guardDefinition(definition, this.behaviors));
      try {
        this.bundle.run[id]?.();
      } catch (error) {
        // The framework restores the globals only after a normal return.
        failure.error = error;
      }
    });
    if ('error' in failure) throw failure.error;
  }

  private template(id: string): EngineTemplate {
    const groupList = this.bundle.templates as NonNullable<EngineTemplate['groupList']>;
    const content = groupList[id];
    if (content === undefined) throw new Error(`${id}.wxml was not compiled`);
    return { groupList, content: withDomHooks(content) };
  }

  private registerBuiltIns(builtIns: readonly BuiltInComponent[], host: PhoneHost): void {
    const space = this.space.getComponentSpace();
    for (const builtIn of builtIns) registerBuiltIn(space, builtIn, host);
    const have = new Set(builtIns.map(({ tag }) => tag));
    for (const tag of builtInTags) if (!have.has(tag)) registerBuiltIn(space, { tag }, host);
  }

  /** The framework never fires `ready`: it comes when the page's first layout is done. */
  private readyBehavior(): Parameters<CodeSpace['setOverallBehavior']>[0] {
    return this.space
      .getComponentSpace()
      .define()
      .lifetime('attached', function (this: unknown) {
        const component = (this as { _$: EngineComponent })._$;
        setTimeout(() => component.triggerLifetime('ready', []));
      })
      .registerBehavior() as unknown as Parameters<CodeSpace['setOverallBehavior']>[0];
  }
}

/** The framework's own copy of a component's JSON. A page shares the app's styles, a component does not. */
const engineConfig = ({ config, isPage }: BundledComponent): EngineConfig => {
  const copy: ComponentConfig = { ...config, component: !isPage };
  return copy as unknown as EngineConfig;
};
