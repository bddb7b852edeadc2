import type { Person } from '../../local/preview/server/index';
import type { PreviewPerson } from '../hospital/types';

/** The hospital's invented people as the preview's panel offers them. */
export const previewPeople = (people: readonly PreviewPerson[]): Person[] =>
  people.map(({ id, label, openid, phoneNumber, note, details, children }) => ({
    id,
    label,
    openid,
    phoneNumber,
    note,
    details: { ...details },
    others: children.map((child) => ({ label: child.name, details: { ...child } })),
  }));
