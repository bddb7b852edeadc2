import { succeed } from '../answers';
import type { InterfaceFactory } from '../interface';

/** Types of the template list: 2 is a one-time template, 3 a long-term one. */
const ONCE = 2;
const LONG_TERM = 3;

/** subscribeMessage.getTemplateList: the templates of this mini program. */
export const getTemplateList: InterfaceFactory =
  ({ messages }) =>
  () =>
    succeed({
      data: messages.templates().map(({ id, title, kind, fields }) => ({
        priTmplId: id,
        title,
        content: fields.map(({ key, label = '' }) => `${label}:{{${key}.DATA}}\n`).join(''),
        example: '',
        type: kind === 'long-term' ? LONG_TERM : ONCE,
      })),
    });
