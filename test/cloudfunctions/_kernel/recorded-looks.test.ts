import { describe, expect, test } from '@jest/globals';
import { contract } from '@core/contract/index';
import type { Procedure } from '@core/contract/procedure';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { proceduresAboutPeople } from './answers-about-people';

/** Answers about a person that leave no record naming this person, each with the reason. */
const NOT_RECORDED: Readonly<Record<string, string>> = {
  'identity.getHelp':
    'The own phone about the help that it asked for: the look at the own account is on record.',
  'identity.summarizeAssistance': 'Likewise: who was helped reads what was done.',
  'billing.listStuckRefunds': 'Sums and numbers of payments; the file that tells whose they are is a look.',
};

interface Told {
  readonly context: string;
  readonly name: string;
  readonly procedure: Procedure;
}

const about = proceduresAboutPeople();
const told: readonly Told[] = Object.values(contract).flatMap(({ name: context, procedures }) =>
  Object.entries<Procedure>(procedures)
    .filter(([name]) => about.has(name))
    .map(([name, procedure]) => ({ context, name, procedure })),
);

/** The kernel itself records a query on one object of one patient; of a session it knows nobody. */
const isRecordedByTheKernel = ({ procedure: { kind, access } }: Told): boolean =>
  kind === 'query' && access.kind === 'object' && access.object !== 'session';

const fileOf = (context: string, name: string): string =>
  `cloudfunctions/${context}/${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.ts`;

/** What a use case and the files of its context behind it say. */
function sourceOf(file: string, seen = new Set<string>()): string {
  if (seen.has(file) || !existsSync(file)) return '';
  seen.add(file);
  const text = readFileSync(file, 'utf8');
  const behind = [...text.matchAll(/from '\.\/([\w-]+)'/g)].map(([, name]) =>
    sourceOf(path.join(path.dirname(file), `${String(name)}.ts`), seen),
  );
  return [text, ...behind].join('\n');
}

const records = ({ context, name, procedure }: Told): boolean => {
  const source = sourceOf(fileOf(context, name));
  return source.includes('.viewed(') || (procedure.kind === 'command' && source.includes('audited('));
};

describe('an answer that says something of a person', () => {
  test('is told from the others by what the contract says of it', () => {
    const names = told.map(({ name }) => name);
    expect(names.length).toBeGreaterThan(70);
    expect(names).toEqual(expect.arrayContaining(['getMe', 'listMessages', 'listFamily', 'getBillByCode']));
    expect(names).not.toContain('listClinicDays');
  });

  test('leaves a record about this person, or says why it need not', () => {
    const silent = told.filter((one) => !isRecordedByTheKernel(one) && !records(one));
    expect(silent.map(({ context, name }) => `${context}.${name}`).sort()).toEqual(
      Object.keys(NOT_RECORDED).sort(),
    );
  });
});
