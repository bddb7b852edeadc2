/** Something wrong in a hospital's folder, said so that a clerk finds the place. */
export interface Fault {
  readonly file: string;
  /** Line of the file, the first one is 1. */
  readonly row: number;
  /** Column of a table or path inside a JSON file; empty where the whole line or file is meant. */
  readonly field: string;
  readonly reason: string;
}

/** `file:row field — reason`. */
export const formatFault = ({ file, row, field, reason }: Fault): string =>
  `${file}:${row} ${field === '' ? '' : `${field} `}— ${reason}`;
