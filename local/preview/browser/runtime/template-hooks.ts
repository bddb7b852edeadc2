import { phoneUnits } from '../../shared/phone-units';
import { elementOf, glassEasel, type EngineNode, type EngineTemplate } from './engine';

/** The members of the framework's template writer that get a say in the DOM. */
interface TemplateWriter {
  /** Sets a property. */
  r: (node: EngineNode, name: string, value: unknown, ...rest: unknown[]) => void;
  /** Sets a `data-*` value by camelCase name. */
  d: (node: EngineNode, name: string, value: unknown) => void;
  /** Sets the id. */
  i: (node: EngineNode, id: unknown) => void;
  /** Sets the inline style. */
  y: (node: EngineNode, style: unknown) => void;
}

type TemplateGroup = EngineTemplate['content'];

const hooked = new WeakSet<TemplateWriter>();

/**
 * Lets a compiled template also write what a browser and its tests look at: `id`, `data-*`, ARIA,
 * `hidden`, and inline styles in units of the phone.
 */
export const withDomHooks = (group: TemplateGroup): TemplateGroup => {
  const wrapped: TemplateGroup = (name) => {
    const generate = group(name);
    if (typeof generate !== 'function') return generate;
    return (writer, ...rest) => {
      hook(writer as unknown as TemplateWriter);
      return generate(writer, ...rest);
    };
  };
  return wrapped;
};

const hook = (writer: TemplateWriter): void => {
  if (hooked.has(writer)) return;
  hooked.add(writer);
  const { r, d, i, y } = writer;
  writer.r = (node, name, value, ...rest) => {
    if (!setCommonAttribute(node, name, value)) r(node, name, value, ...rest);
  };
  writer.d = (node, name, value) => {
    d(node, name, value);
    writeAttribute(node, `data-${kebab(name)}`, typeof value === 'object' ? undefined : value);
  };
  writer.i = (node, value) => {
    const id = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    i(node, id);
    writeAttribute(node, 'id', id === '' ? undefined : id);
  };
  writer.y = (node, style) => y(node, typeof style === 'string' ? phoneUnits(style) : style);
};

/** True where the value was written to the DOM; a property the component declares stays its own matter. */
const setCommonAttribute = (node: EngineNode, name: string, value: unknown): boolean => {
  if ((name !== 'hidden' && !name.startsWith('aria-')) || hasProperty(node, name)) return false;
  if (name === 'hidden') writeAttribute(node, name, isFalse(value) ? undefined : '');
  else writeAttribute(node, name === 'aria-role' ? 'role' : name, value);
  return true;
};

/** `hidden` alone hides; only a false value shows. */
const isFalse = (value: unknown): boolean => value === false || value === undefined || value === null;

const hasProperty = (node: EngineNode, name: string): boolean => {
  const component = node.asGeneralComponent();
  return component !== null && glassEasel.Component.hasProperty(component, camel(name));
};

const writeAttribute = (node: EngineNode, name: string, value: unknown): void => {
  const element = elementOf(node);
  if (value === undefined || value === null) element?.removeAttribute(name);
  else element?.setAttribute(name, String(value as string | number | boolean));
};

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const camel = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
