import * as v from 'valibot';
import { STAFF_ROLES } from '../../../core/contract/access';
import { dayText, identityNumberText, idText, listCell, mobileText, text } from './atoms';

/** `0012345678@2024-03-05`, or the number alone where there was no visit yet. */
const registeredNumber = v.pipe(
  v.string(),
  v.regex(/^[A-Z0-9]{6,16}(@.*)?$/, 'must be number@last-visit: 6–16 digits or capital letters, then a day'),
  v.transform((part) => {
    const [number = '', lastVisit] = part.split('@');
    return { number, lastVisit: lastVisit ?? null };
  }),
  v.object({ number: v.string(), lastVisit: v.nullable(dayText) }),
);

export const registeredPersonRow = v.object({
  name: text(40),
  identityNumber: identityNumberText,
  phone: mobileText,
  outpatientNumbers: v.pipe(listCell(registeredNumber), v.minLength(1, 'is empty')),
});

const role = v.strictObject({
  role: v.picklist(STAFF_ROLES),
  label: text(20),
  practitionerId: v.nullable(idText),
});

const details = v.strictObject({ name: text(40), identityNumber: identityNumberText });

export const previewPeopleSchema = v.array(
  v.strictObject({
    id: idText,
    label: text(30),
    openid: v.pipe(
      v.string(),
      v.regex(/^(?=.*[A-Za-z])[\w-]{20,64}$/, 'must be 20–64 letters, digits, _ or -, with a letter'),
    ),
    phoneNumber: mobileText,
    note: text(120),
    details,
    children: v.array(details),
    roles: v.optional(v.array(role), []),
  }),
);
