import * as v from 'valibot';
import type { MessageTemplates } from '../../../cloudfunctions/_store/message-templates';
import { MESSAGE_KINDS, TEMPLATE_VALUES } from '../../../core/domain/message/message-kinds';
import { readJson } from '../read-json';
import { text } from '../schemas/atoms';
import { optionalFile } from './optional-file';
import type { HospitalPart } from './part';

const schema = v.strictObject({
  templates: v.array(
    v.strictObject({
      kind: v.picklist(MESSAGE_KINDS),
      templateId: text(64),
      title: text(20),
      fields: v.pipe(
        v.array(
          v.strictObject({
            key: v.pipe(
              v.string(),
              v.regex(/^(?:thing|time|phrase)\d{1,2}$/, 'must be a key such as thing1'),
            ),
            label: text(10),
            value: v.picklist(TEMPLATE_VALUES),
          }),
        ),
        v.minLength(1, 'a template has at least one field'),
      ),
    }),
  ),
});

/** The subscription messages that the hospital registered with WeChat. */
export const messageTemplatesPart: HospitalPart = {
  name: 'message-templates',
  load: (source): MessageTemplates | null => {
    const file = optionalFile(source, 'message-templates.json');
    return file && (readJson(file, schema, source.faults)?.value ?? null);
  },
};
