import { ulid } from 'ulid';

/** Sortable by time, unique without asking anyone. Lower case, as our id field wants it. */
export const newId = (at: number): string => ulid(at).toLowerCase();
