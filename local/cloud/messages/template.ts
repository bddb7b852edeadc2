import { isFieldKey } from './field-rules';

/** One field of a template; the letters of its key name its kind: `thing1`, `time2`. */
export interface TemplateField {
  key: string;
  /** What stands before the value in the message, e.g. `就诊人`. */
  label?: string;
  /** The values that an `enum` field may have. */
  values?: readonly string[];
}

/** A subscription message template, as the console of the mini program would hold it. */
export interface SubscribeTemplate {
  id: string;
  title: string;
  /** `once` (one message per accepted prompt) where absent; `long-term` sends until the user stops it. */
  kind?: 'once' | 'long-term';
  fields: readonly TemplateField[];
  /** The template was banned: nobody can be asked for it and nothing is sent. */
  banned?: boolean;
}

/** Templates by id. Throws one clear line on a template that WeChat's console would not hold. */
export function indexTemplates(templates: readonly SubscribeTemplate[]): Map<string, SubscribeTemplate> {
  const byId = new Map<string, SubscribeTemplate>();
  for (const template of templates) {
    if (template.id === '' || byId.has(template.id))
      throw new Error(`the subscription template id "${template.id}" is empty or given twice`);
    for (const { key } of template.fields)
      if (!isFieldKey(key))
        throw new Error(`the template ${template.id} has a field of unknown kind: ${key}`);
    byId.set(template.id, template);
  }
  return byId;
}
