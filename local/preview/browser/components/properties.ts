import type { BuiltInNode, BuiltInProperty } from '../runtime/interfaces';

/** Property declarations: the kind and what it starts with. */
export const text = (value = ''): BuiltInProperty => ({ type: String, value });
export const number = (value = 0): BuiltInProperty => ({ type: Number, value });
export const flag = (value = false): BuiltInProperty => ({ type: Boolean, value });
export const list = (): BuiltInProperty => ({ type: Array, value: [] });
export const anything = (value: unknown = null): BuiltInProperty => ({ type: null, value });

/** A property as text; what is neither text nor number counts as empty. */
export function textOf(node: BuiltInNode, name: string): string {
  const value = node.props[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** A property as a finite number, or the fallback. */
export function numberOf(node: BuiltInNode, name: string, fallback = 0): number {
  const value = node.props[name];
  const parsed = typeof value === 'number' ? value : Number.parseFloat(textOf(node, name));
  return Number.isFinite(parsed) ? parsed : fallback;
}

/** A property as yes or no. The text "false" is yes, as in WeChat. */
export const flagOf = (node: BuiltInNode, name: string): boolean => Boolean(node.props[name]);

/** A property as a list; anything else is an empty one. */
export function listOf(node: BuiltInNode, name: string): readonly unknown[] {
  const value = node.props[name];
  return Array.isArray(value) ? (value as unknown[]) : [];
}
