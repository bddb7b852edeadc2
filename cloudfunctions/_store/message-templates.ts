import type { MessageKind, TemplateValue } from '@core/domain/message/message-kinds';
import { hospitalPart } from './hospital-parts';

/** A subscription message template as the hospital registered it with WeChat. */
export interface MessageTemplate {
  readonly kind: MessageKind;
  readonly templateId: string;
  readonly title: string;
  /** `key` as WeChat names it, e.g. `thing1`. */
  readonly fields: readonly {
    readonly key: string;
    readonly label: string;
    readonly value: TemplateValue;
  }[];
}

export interface MessageTemplates {
  readonly templates: readonly MessageTemplate[];
}

/** None: nothing is sent by WeChat, everything is still said in the mini program. */
const WITHOUT: MessageTemplates = { templates: [] };

export const messageTemplates = hospitalPart<MessageTemplates>('message-templates', WITHOUT);
