import type { MessageTemplates } from '../../cloudfunctions/_store/message-templates';
import type { CloudOptions } from '../../local/cloud/index';
import type { HospitalFolder } from '../hospital/types';

/** The hospital's subscription message templates as WeChat's console would hold them. */
export function subscribeTemplates({
  parts,
}: HospitalFolder): NonNullable<CloudOptions['subscribeTemplates']> {
  const found = parts['message-templates']?.content as MessageTemplates | null | undefined;
  return (found?.templates ?? []).map(({ templateId, title, fields }) => ({
    id: templateId,
    title,
    fields: fields.map(({ key, label }) => ({ key, label })),
  }));
}
