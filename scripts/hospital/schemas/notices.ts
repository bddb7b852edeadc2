import * as v from 'valibot';
import { dayText, idText, text } from './atoms';

export const noticesSchema = v.array(
  v.strictObject({
    id: idText,
    version: text(20),
    title: text(40),
    body: text(1000),
    audience: v.picklist(['everyone', 'parents', 'maternity', 'elderly']),
    from: dayText,
    to: v.nullable(dayText),
  }),
);
