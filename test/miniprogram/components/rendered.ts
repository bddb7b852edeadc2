import { jest } from '@jest/globals';
import path from 'node:path';

/** What the tests use of a rendered component. */
export interface Rendered {
  readonly dom: HTMLElement;
  readonly instance: { readonly data: Record<string, unknown> };
  attach(parent: Node): void;
  detach(): void;
  setData(data: object): void;
  querySelector(selector: string): Rendered | undefined;
  querySelectorAll(selector: string): Rendered[];
  dispatchEvent(name: string, options?: object): void;
  addEventListener(name: string, listener: (event: { detail: unknown }) => void): void;
}

interface Simulate {
  load(file: string, options: object): string;
  render(id: string, properties?: object): Rendered;
}

/** Vant asks for the group of a checkbox also where there is none. */
const relatives = { 'van-checkbox-group': '/miniprogram_npm/@vant/weapp/checkbox-group/index' };

const loaded = new Map<string, (properties: object) => Rendered>();

function load(root: string, name: string): (properties: object) => Rendered {
  // A component that was loaded before, also as a part of another one, would render nothing.
  jest.resetModules();
  const simulate = jest.requireActual<Simulate>('miniprogram-simulate');
  const id = simulate.load(path.join(root, 'components', name, 'index'), {
    rootPath: root,
    compilerOptions: { maxBuffer: 50 * 1024 * 1024 },
    usingComponents: name === 'yl-checkbox' ? relatives : {},
  });
  return (properties) => simulate.render(id, properties);
}

/** Renders a component as WeChat's own template compiler builds it and puts it into the document. */
export function renderComponent(root: string, name: string, properties: object = {}): Rendered {
  const render = loaded.get(name) ?? load(root, name);
  loaded.set(name, render);
  const rendered = render(properties);
  rendered.attach(document.body);
  return rendered;
}

/** Every event of that name, as the page would get it. */
export function heard(component: Rendered, name: string): unknown[] {
  const details: unknown[] = [];
  component.addEventListener(name, ({ detail }) => details.push(detail));
  return details;
}

/** Lets simulated events and timers of a component run. */
export const settle = (milliseconds = 20): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
