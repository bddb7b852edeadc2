import { fieldFault } from './field-rules';
import type { SubscribeTemplate } from './template';

export type MessageData = { key: string; label: string; value: string }[];

const valueOf = (data: unknown, key: string): unknown => {
  if (typeof data !== 'object' || data === null || !Object.hasOwn(data, key)) return undefined;
  const entry = (data as Record<string, unknown>)[key];
  return typeof entry === 'object' && entry !== null ? (entry as { value?: unknown }).value : undefined;
};

/**
 * The values of a message in the order of its template, or the first fault in WeChat's words. What
 * the template does not have is passed over. [COMM]
 */
export function readMessageData(
  template: SubscribeTemplate,
  data: unknown,
): { data: MessageData } | { fault: string } {
  const read: MessageData = [];
  for (const field of template.fields) {
    const value = valueOf(data, field.key);
    const fault = fieldFault(field, value);
    if (fault !== undefined) return { fault: `argument invalid! data.${field.key}.value ${fault}` };
    read.push({ key: field.key, label: field.label ?? '', value: String(value) });
  }
  return { data: read };
}
