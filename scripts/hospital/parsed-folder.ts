import type * as v from 'valibot';
import type { Fault } from './fault';
import { FILES, readSource } from './files';
import { readJson, type Located } from './read-json';
import { readTable, type Row } from './read-table';
import { noticesSchema } from './schemas/notices';
import { organizationSchema } from './schemas/organization';
import { previewPeopleSchema, registeredPersonRow } from './schemas/people';
import { rulePackSchema } from './schemas/rule-pack';
import { clinicRow, departmentRow, holidayRow, practitionerRow } from './schemas/rows';
import { scheduleRow } from './schemas/schedule-row';

const TABLES = {
  departments: departmentRow,
  clinics: clinicRow,
  practitioners: practitionerRow,
  schedules: scheduleRow,
  holidays: holidayRow,
  registeredPersons: registeredPersonRow,
} as const;

const DOCUMENTS = {
  hospital: organizationSchema,
  rulePack: rulePackSchema,
  notices: noticesSchema,
  previewPeople: previewPeopleSchema,
} as const;

type Tables = { readonly [K in keyof typeof TABLES]: readonly Row<v.InferOutput<(typeof TABLES)[K]>>[] };
type Documents = { readonly [K in keyof typeof DOCUMENTS]: Located<v.InferOutput<(typeof DOCUMENTS)[K]>> };

/** Every file read, each row and value well-formed by itself; what they say of each other is not yet checked. */
export type ParsedFolder = Tables & Documents;

export type TableName = keyof typeof TABLES;

/** All faults of form at once; a folder only where there is none. */
export function parseFolder(directory: string): ParsedFolder | readonly Fault[] {
  const faults: Fault[] = [];
  const tables = Object.entries(TABLES).map(([name, schema]) => {
    const source = readSource(directory, FILES[name as TableName], faults);
    return [name, source === null ? [] : readTable(source, schema, faults)] as const;
  });
  const documents = Object.entries(DOCUMENTS).map(([name, schema]) => {
    const source = readSource(directory, FILES[name as keyof typeof DOCUMENTS], faults);
    return [name, source === null ? null : readJson(source, schema, faults)] as const;
  });
  // Each member was made by the schema of its own name: the two tables above are the type's definition.
  return faults.length > 0
    ? faults
    : (Object.fromEntries([...tables, ...documents]) as unknown as ParsedFolder);
}
